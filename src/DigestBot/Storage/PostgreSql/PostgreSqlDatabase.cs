using System.Data.Common;
using Dapper;
using DbUp;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DigestBot.Storage.PostgreSql;

/// <summary>A PostgreSQL database that several instances share.</summary>
internal sealed partial class PostgreSqlDatabase : Database, IAsyncDisposable
{
    private const int MostTries = 5;
    private const int MostPrepared = 50;

    /// <summary>
    /// What is looked up row by row seems dear to the planner: it would compile for a second what runs for a hundredth of one.
    /// And a plan kept from when the ledger was empty would read all of it once it is full.
    /// </summary>
    private const string Planning = "SET jit = off; SET plan_cache_mode = force_custom_plan";

    /// <summary>
    /// An instance that freezes, or whose machine is gone, in the middle of a transaction would keep its locks until the server finds
    /// out, which may be hours: the server ends it itself.
    /// </summary>
    private const string IdleLimit = "SET idle_in_transaction_session_timeout = '15s'";

    private const string Settings = $"{Planning}; {IdleLimit}";

    /// <summary>How long a start waits for a server that starts too, or fails over.</summary>
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public PostgreSqlDatabase(string connectionString, TimeProvider time, ILogger<PostgreSqlDatabase> logger)
    {
        (_time, _logger) = (time, logger);
        // Nothing is left behind on a connection that would have to be reset: what is set is set for a transaction.
        _settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = MostPrepared, NoResetOnClose = true };
        var source = new NpgsqlDataSourceBuilder(_settings.ConnectionString);
        source.UsePhysicalConnectionInitializer(connection => connection.Execute(Settings), connection => connection.ExecuteAsync(Settings));
        _source = source.Build();
    }

    /// <summary>For what else is kept in the same database.</summary>
    public DbDataSource Source => _source;

    public override string RowsTable => "jsonb_array_elements(CAST(@Rows AS jsonb))";

    /// <summary>A minute ago the queue may have been empty: the planner believes it still is, for as long as nothing has counted anew.</summary>
    public override string ByIndex => "SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; ";

    public override string ByKeptPlan => ByIndex + "SET LOCAL plan_cache_mode = force_generic_plan; ";

    public override string IsOneOf(string column, string query) => $"{column} = ANY (ARRAY({query}))";

    /// <summary>
    /// A plan that is made while the table is small would go through all of its primary key to join it, and is kept when the table
    /// has grown: said as an array, the ids can be nothing but looked up.
    /// </summary>
    public override string OnlyRowsGiven => $"{IsOneOf("deliveries.id", $"SELECT CAST(value ->> 0 AS bigint) FROM {RowsTable}")} AND ";

    public override string DueColumn => "not_before";

    public override int Writers => 2;

    public override bool WritesWithinQueries => true;

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
        await using var connection = await OpenAtStartAsync(cancellationToken);
        await connection.ExecuteAsync("SELECT pg_advisory_lock(hashtext('digestbot migrations'))");
        try
        {
            // DbUp opens a connection of its own, from a pool that nobody would empty.
            var once = new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Pooling = false };
            Migrations.Apply(DeployChanges.To.PostgresqlDatabase(once.ConnectionString).WithTransaction(), "PostgreSql", Name);
        }
        finally
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock(hashtext('digestbot migrations'))");
        }
    }

    protected override StorageException? Explain(DbException exception) => exception is PostgresException refused
        ? PostgreSqlFailures.Explain(refused, Name)
        : new StorageException($"{Name} can't be reached: {exception.Message}", exception);

    private static bool IsConflict(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    private async Task<DbConnection> OpenAtStartAsync(CancellationToken cancellationToken)
    {
        var begun = _time.GetTimestamp();
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait < LongestWait / 2 ? wait * 2 : LongestWait)
        {
            try
            {
                return await OpenAsync(cancellationToken);
            }
            catch (NpgsqlException exception) when (exception.IsTransient && _time.GetElapsedTime(begun) + wait < StartTimeout)
            {
                Log.NotThereYet(_logger, Name, exception.Message, wait);
            }

            await Task.Delay(wait, _time, cancellationToken);
        }
    }

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

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Database} can't be reached, tried again in {Wait}: {Reason}")]
        public static partial void NotThereYet(ILogger logger, string database, string reason, TimeSpan wait);
    }
}
