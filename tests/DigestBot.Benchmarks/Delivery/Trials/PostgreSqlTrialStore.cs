using System.Data.Common;
using DigestBot.Storage;
using DigestBot.Storage.PostgreSql;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>A database of its own on a server that the harness was given.</summary>
internal sealed class PostgreSqlTrialStore : TrialStore
{
    /// <summary>A connection string of a server that databases may be made on; the tests' variable too.</summary>
    public const string Variable = "DIGESTBOT_TEST_POSTGRES";

    private readonly string _server;
    private readonly NpgsqlConnectionStringBuilder _own;
    private Line? _line;

    private PostgreSqlTrialStore(string server, string name)
    {
        _server = server;
        _own = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false };
    }

    /// <summary>The server; null where none is named.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage__Provider"] = "PostgreSql",
        ["Storage__ConnectionString"] = new NpgsqlConnectionStringBuilder(_own.ToString())
        {
            Pooling = true,
            MaxPoolSize = 20,
            Port = _line?.Port ?? _own.Port,
        }.ToString(),
    };

    protected override string Numbers => "WITH n(i) AS (SELECT generate_series(0, @Count - 1))";

    public static async Task<PostgreSqlTrialStore> MakeAsync()
    {
        var server = Server ?? throw new InvalidOperationException($"no PostgreSQL server: {Variable} is not set");
        var name = "trial_" + Guid.NewGuid().ToString("N");
        await TellAsync(server, $"CREATE DATABASE {name}");
        return new PostgreSqlTrialStore(server, name);
    }

    /// <summary>Puts a line between the bot and the server, which can be closed.</summary>
    public Line OverLine()
    {
        _line = new Line(_own.Port);
        _line.Open();
        return _line;
    }

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(_own.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public override async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        await using var connection = await ConnectAsync();
        var tables = new List<string>();
        await using (var names = Command(connection, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", []))
        await using (var reader = await names.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var count = Command(connection, $"SELECT count(*) FROM \"{table}\" t WHERE t::text LIKE '%' || @Text || '%'", [("Text", text)]);
            if (await count.ExecuteScalarAsync() is > 0L)
                found.Add($"table {table}");
        }

        return found;
    }

    public override async ValueTask DisposeAsync()
    {
        _line?.Close();
        await TellAsync(_server, $"DROP DATABASE {_own.Database} WITH (FORCE)");
    }

    protected override Database Open() =>
        new PostgreSqlDatabase(_own.ToString(), TimeProvider.System, NullLogger<PostgreSqlDatabase>.Instance);

    protected override async Task TidyAsync(DbConnection connection)
    {
        await using var command = Command(connection, "VACUUM ANALYZE chats, subscriptions", []);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task TellAsync(string server, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = Command(connection, statement, []);
        await command.ExecuteNonQueryAsync();
    }
}
