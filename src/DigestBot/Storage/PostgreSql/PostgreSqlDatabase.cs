using System.Data.Common;
using Dapper;
using DbUp;
using Npgsql;

namespace DigestBot.Storage.PostgreSql;

/// <summary>A PostgreSQL database that several instances share.</summary>
internal sealed class PostgreSqlDatabase : Database, IAsyncDisposable
{
    private const int MostTries = 5;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnectionStringBuilder _settings;

    public PostgreSqlDatabase(string connectionString)
    {
        // The ledger's few statements run all day: each is planned once a connection.
        _settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50 };
        _source = NpgsqlDataSource.Create(_settings);
    }

    public override string RowsTable => "json_array_elements(CAST(@Rows AS json))";

    protected override string Name => $"the database {_settings.Database} on {_settings.Host}";

    public override string ClaimOf(string alias) => $"FOR UPDATE OF {alias} SKIP LOCKED";

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    protected override async Task<T> TransactAsync<T>(Func<Session, Task<T>> work, string? oneAtATime, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TransactOnceAsync(work, oneAtATime, cancellationToken);
            }
            // A deadlock undid the transaction as a whole; the other side has gone on, so the next try goes through.
            catch (PostgresException exception) when (exception.IsTransient && tries < MostTries && IsConflict(exception))
            {
            }
        }
    }

    protected override async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("SELECT pg_advisory_lock(hashtext('digestbot migrations'))");
        try
        {
            Migrations.Apply(DeployChanges.To.PostgresqlDatabase(_settings.ConnectionString).WithTransaction(), "PostgreSql", Name);
        }
        finally
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock(hashtext('digestbot migrations'))");
        }
    }

    protected override StorageException? Explain(DbException exception) => exception is PostgresException { SqlState: { } state } refused
        ? state[..2] is "08" or "28" or "3D" or "53" or "57" or "58" ? new($"{Name} refuses: {refused.MessageText}", exception) : null
        : new StorageException($"{Name} can't be reached: {exception.Message}", exception);

    private static bool IsConflict(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    private async Task<T> TransactOnceAsync<T>(Func<Session, Task<T>> work, string? oneAtATime, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var session = new Session(connection, transaction, cancellationToken);
        if (oneAtATime is not null)
            await session.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtext(@OneAtATime))", new { OneAtATime = oneAtATime });
        var result = await work(session);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
