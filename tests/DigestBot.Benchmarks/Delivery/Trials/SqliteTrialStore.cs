using System.Data.Common;
using DigestBot.Storage;
using DigestBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>A file in the trial's folder.</summary>
internal sealed class SqliteTrialStore(string folder) : TrialStore
{
    private readonly string _file = Path.Combine(folder, "data", "digestbot.db");

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Storage__Path"] = _file };

    protected override string Numbers => "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < @Count - 1)";

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Its rows lie in files that are looked through like every other.</summary>
    public override Task<IReadOnlyList<string>> FindAsync(string text) => Task.FromResult<IReadOnlyList<string>>([]);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override Database Open() => new SqliteDatabase(_file);
}
