using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace DigestBot.Storage.Sqlite;

/// <summary>
/// One file in WAL mode: readers never wait, writers one after another. Every commit is on the disk when it returns
/// (<c>synchronous = FULL</c>), because a send may follow that must not be forgotten.
/// </summary>
internal sealed class SqliteDatabase(string path) : Database, IDisposable
{
    private const int BusyMilliseconds = 30_000;

    /// <summary>SQLITE_CANTOPEN.</summary>
    private const int CantOpen = 14;

    private readonly string _file = Path.GetFullPath(path);

    /// <summary>Writers of this process wait here in order, without a thread, rather than for SQLite's lock.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    public override string RowsTable => "json_each(@Rows)";

    public override bool IsCrowded => _turn.CurrentCount == 0;

    protected override string Name => $"the database {path}";

    public override string ClaimOf(string alias) => "";

    public void Dispose()
    {
        _turn.Dispose();
        using var connection = new SqliteConnection(Settings(_file, SqliteOpenMode.ReadWrite).ToString());
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>
    /// Never makes a file: after the start one that is gone is an error, not a new database. Connections that were opened
    /// before would go on writing into the file that nobody will find again.
    /// </summary>
    protected override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => Path.Exists(_file)
        ? OpenAsync(Settings(_file, SqliteOpenMode.ReadWrite), cancellationToken)
        : throw new SqliteException("the file is gone", CantOpen);

    protected override async Task<T> TransactAsync<T>(Func<Session, Task<T>> work, string? oneAtATime, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // SQLite's calls never wait asynchronously: beside the caller's thread, so that a dispatcher's loop goes on meanwhile.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new Session(connection, transaction, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        if (!Path.Exists(_file))
            await CreateAsync(cancellationToken);
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        await RefuseForeignFileAsync(connection);
        await MigrateAsync(connection);
    }

    protected override StorageException? Explain(DbException exception) => SqliteFailures.Explain((SqliteException)exception, Name);

    /// <summary>Made whole under another name, so that what stands under its own is never half a database.</summary>
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(_file + "-wal"))
            throw new StorageException($"{Name} is gone but its {Path.GetFileName(path)}-wal is there: put the file back, or delete both to begin anew.");

        CreateFolder();
        var unfinished = $"{_file}.{Guid.NewGuid():N}.new";
        await using (var connection = await OpenAsync(Settings(unfinished, SqliteOpenMode.ReadWriteCreate), cancellationToken))
        {
            await MigrateAsync(connection);
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        }

        try
        {
            File.Move(unfinished, _file);
        }
        catch (IOException) when (File.Exists(_file))
        {
            // Another instance that starts at the same time was faster.
            File.Delete(unfinished);
        }
    }

    /// <summary>All scripts in one transaction, which keeps out another instance too; DbUp knows neither, so it is begun by hand.</summary>
    private async Task MigrateAsync(DbConnection connection)
    {
        await connection.ExecuteAsync("BEGIN IMMEDIATE");
        using var shared = new SharedConnection(connection);
        Migrations.Apply(DeployChanges.To.SqliteDatabase(shared).WithoutTransaction(), "Sqlite", Name);
        await connection.ExecuteAsync("COMMIT TRANSACTION");
    }

    private static async Task<DbConnection> OpenAsync(SqliteConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync($"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static SqliteConnectionStringBuilder Settings(string file, SqliteOpenMode mode) => new()
    {
        DataSource = file,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = BusyMilliseconds / 1000,
        Pooling = mode == SqliteOpenMode.ReadWrite,
    };

    private void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"the folder of {Name} can't be created ({exception.Message}): see {StorageOptions.Section}:Path.", exception);
        }
    }

    private async Task RefuseForeignFileAsync(DbConnection connection)
    {
        var tables = (await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'")).ToHashSet();
        if (tables.Count == 0)
            throw new StorageException($"{Name} is there but empty: restore it from a backup, or delete the file to begin anew.");
        if (!tables.Contains("store"))
            throw new StorageException($"{Name} belongs to another program: see {StorageOptions.Section}:Path.");
    }
}
