using Npgsql;

namespace DigestBot.Storage.PostgreSql;

/// <summary>
/// What an operator is told when PostgreSQL refuses, by its codes (https://www.postgresql.org/docs/current/errcodes-appendix.html).
/// What needs an operator ends the program only where it lasts for a minute: a failover, in which the server takes no writes for some
/// seconds, does not.
/// </summary>
internal static class PostgreSqlFailures
{
    private const string IdleTooLong = "25P03";

    public static StorageException? Explain(PostgresException exception, string database) => exception.SqlState switch
    {
        PostgresErrorCodes.UndefinedTable => new($"{database} holds nothing of a bot yet: its first start makes what it needs there.", exception, needsOperator: true),
        PostgresErrorCodes.DiskFull => new($"{database} can't grow: the server's disk is full ({exception.MessageText}).", exception, needsOperator: true),
        PostgresErrorCodes.ReadOnlySqlTransaction => new(
            $"{database} is read-only ({exception.MessageText}): is the server a standby, or set to default_transaction_read_only?", exception, needsOperator: true),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(
            $"{database} is damaged ({exception.MessageText}): stop the bot, and repair the database or restore it from a backup.", exception, needsOperator: true),
        IdleTooLong => Refused(exception, database),
        var state => state[..2] is "08" or "28" or "3D" or "53" or "57" or "58" ? Refused(exception, database) : null,
    };

    private static StorageException Refused(PostgresException exception, string database) => new($"{database} refuses: {exception.MessageText}", exception);
}
