using Dapper;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Storage.Ledger;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-test-").FullName;

    private string File => Path.Combine(_folder, "data", "bot.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_folder_and_the_file_are_made()
    {
        await MigrateAsync();

        Assert.True(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Every_commit_is_on_the_disk_and_readers_do_not_wait()
    {
        using var database = await MigrateAsync();
        var (journal, synchronous) = await database.ReadAsync(
            async session => (await session.FirstAsync<string>("PRAGMA journal_mode"), await session.FirstAsync<int>("PRAGMA synchronous")), Cancellation);

        Assert.Equal(("wal", 2), (journal, synchronous));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        var letter = string.Concat(Enumerable.Repeat("Bukan basis data. ", 500));
        await WriteAsync(letter);

        Assert.Contains("restore it from a backup", (await Assert.ThrowsAsync<StorageException>(() => MigrateAsync())).Message, StringComparison.Ordinal);
        Assert.Equal(letter, await System.IO.File.ReadAllTextAsync(File, Cancellation));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_refused()
    {
        using (await MigrateAsync())
        {
        }

        SqliteConnection.ClearAllPools();
        await using (var stream = System.IO.File.OpenWrite(File))
            stream.SetLength(stream.Length / 2);

        Assert.Contains("damaged", (await Assert.ThrowsAsync<StorageException>(() => MigrateAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_where_a_database_was_is_not_taken_for_a_new_one()
    {
        await WriteAsync("");

        Assert.Contains("empty", (await Assert.ThrowsAsync<StorageException>(() => MigrateAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_went_missing_beside_its_log_is_not_made_anew()
    {
        await WriteAsync("");
        System.IO.File.Move(File, File + "-wal");

        Assert.Contains("bot.db-wal", (await Assert.ThrowsAsync<StorageException>(() => MigrateAsync())).Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_start_leaves_the_database_and_nothing_half_made()
    {
        using (await MigrateAsync())
        {
        }

        Assert.Equal(["bot.db"], Directory.GetFiles(Path.GetDirectoryName(File)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_as_it_was()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await using (var connection = new SqliteConnection($"Data Source={File}"))
            await connection.ExecuteAsync("CREATE TABLE recipes (name TEXT)");

        Assert.Contains("another program", (await Assert.ThrowsAsync<StorageException>(() => MigrateAsync())).Message, StringComparison.Ordinal);
        await using var again = new SqliteConnection($"Data Source={File}");
        Assert.Equal(["recipes"], await again.QueryAsync<string>("SELECT name FROM sqlite_master"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_with_its_setting()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "data"), "a file", Cancellation);

        Assert.Contains("Storage:Path", (await Assert.ThrowsAsync<StorageException>(() => MigrateAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_a_folder_is_refused()
    {
        Directory.CreateDirectory(File);

        Assert.Contains("can't be opened", (await Assert.ThrowsAsync<StorageException>(() => MigrateAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_vanishes_while_the_bot_runs_is_an_error_not_a_new_database()
    {
        using var database = await MigrateAsync();
        database.Health = new StoreHealth(TimeProvider.System);
        await EnqueueAsync(database);
        Assert.Null(database.Health.Trouble);
        System.IO.File.Delete(File);

        Assert.True((await Assert.ThrowsAsync<StorageException>(() => EnqueueAsync(database))).NeedsOperator);
        Assert.True(database.Health.Trouble?.NeedsOperator);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_transaction_that_fails_leaves_nothing_and_the_next_one_goes_through()
    {
        using var database = await MigrateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO messages (created_at) VALUES (1)");
                throw new InvalidOperationException("on purpose");
            },
            Cancellation));

        Assert.Equal(0, await database.ReadAsync(session => session.FirstAsync<int>("SELECT count(*) FROM messages"), Cancellation));
        Assert.True(await EnqueueAsync(database));
    }

    [Fact]
    public async Task A_database_that_cannot_grow_says_that_the_disk_is_full()
    {
        using var database = await MigrateAsync();
        var full = await Assert.ThrowsAsync<StorageException>(() => database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("PRAGMA max_page_count = 1");
                await session.ExecuteAsync("INSERT INTO messages (created_at) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n");
            },
            Cancellation));

        Assert.Contains("disk is full", full.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "locked", false)]
    [InlineData(8, "read-only", true)]
    [InlineData(10, "look after the disk", true)]
    [InlineData(11, "damaged", true)]
    [InlineData(13, "disk is full", true)]
    [InlineData(14, "can't be opened", true)]
    [InlineData(26, "no SQLite database", true)]
    public void What_only_an_operator_can_mend_is_said_in_an_operators_words(int code, string words, bool needsOperator)
    {
        var explained = SqliteFailures.Explain(new SqliteException("native words", code), "the database bot.db");

        Assert.Contains(words, explained?.Message, StringComparison.Ordinal);
        Assert.Equal(needsOperator, explained?.NeedsOperator);
    }

    [Fact]
    public void A_mistake_in_a_statement_stays_what_it_is() =>
        Assert.Null(SqliteFailures.Explain(new SqliteException("no such column", 1), "the database bot.db"));

    private async Task<SqliteDatabase> MigrateAsync(string? path = null)
    {
        var database = new SqliteDatabase(path ?? File);
        await database.MigrateAsync(Cancellation);
        return database;
    }

    private async Task WriteAsync(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, text, Cancellation);
    }

    private static Task<bool> EnqueueAsync(SqliteDatabase database) => new DeliveryLedger(database).EnqueueAsync(
        "r", new ChatId("telegram", "1"), Lane.Answer, ["satu"], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), Cancellation);
}
