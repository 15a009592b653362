using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestBot.EndToEnd;

/// <summary>A working directory for one test: settings, articles and the store lie in it and go with it.</summary>
internal sealed class BotFolder : IDisposable
{
    public BotFolder()
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(System.IO.Path.Combine(Path, "appsettings.json"), "{}");
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "content"));
    }

    /// <summary>The top of the checkout that these tests were built from.</summary>
    public static string Checkout { get; } = Top();

    /// <summary>The articles that the project ships.</summary>
    public static string ShippedContent { get; } = System.IO.Path.Combine(Checkout, "content");

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "digestbot-" + Guid.NewGuid().ToString("N")[..12]);

    /// <summary>Writes an article, or writes it anew.</summary>
    public void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, "content", path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>
    /// Waits until the bot in this folder has all outcomes on record: one that is killed before that may send a copy, and rightly so.
    /// </summary>
    public Task RecordedAsync() =>
        RecordedAsync(() => new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "data", "digestbot.db")};Mode=ReadOnly;Pooling=False"));

    /// <summary>The same for a bot whose store lies elsewhere.</summary>
    public static async Task RecordedAsync(Func<DbConnection> connect)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var connection = connect();
        while (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM deliveries WHERE done_at IS NULL") > 0)
            await Task.Delay(20, patience.Token);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Top([CallerFilePath] string path = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "..", "..", ".."));
}
