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

    /// <summary>A connection's own; few are open at once. The default of 2 MB makes a million rows five times slower.</summary>
    private const int CacheKilobytes = 16_000;

    private readonly string _file = Path.GetFullPath(path);

    /// <summary>Writers of this process wait here in order, without a thread, rather than for SQLite's lock.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    public override string RowsTable => "json_each(@Rows)";

    protected override string Name => $"the database {path}";

    public override string ClaimOf(string alias) => "";

    public void Dispose()
    {
        _turn.Dispose();
        using var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWrite));
        SqliteConnection.ClearPool(connection);
    }

    protected override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => OpenAsync(SqliteOpenMode.ReadWrite, cancellationToken);

    protected override async Task<T> TransactAsync<T>(Func<Session, Task<T>> work, string? oneAtATime, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
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
        var isThere = File.Exists(_file);
        CreateFolder();
        await using var connection = await OpenAsync(SqliteOpenMode.ReadWriteCreate, cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        // All scripts in one transaction that also keeps out another instance; DbUp knows neither, so it is begun by hand.
        await connection.ExecuteAsync("BEGIN IMMEDIATE");
        if (isThere)
            await RefuseForeignFileAsync(connection);
        using var shared = new SharedConnection(connection);
        Migrations.Apply(DeployChanges.To.SqliteDatabase(shared).WithoutTransaction(), "Sqlite", Name);
        await connection.ExecuteAsync("COMMIT TRANSACTION");
    }

    protected override StorageException? Explain(DbException exception) => SqliteFailures.Explain((SqliteException)exception, Name);

    private async Task<DbConnection> OpenAsync(SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync($"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKilobytes}");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>After the start a file that is gone is an error, never a new database.</summary>
    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = _file,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = BusyMilliseconds / 1000,
    }.ToString();

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
