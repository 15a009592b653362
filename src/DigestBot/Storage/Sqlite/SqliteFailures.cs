using Microsoft.Data.Sqlite;

namespace DigestBot.Storage.Sqlite;

/// <summary>What an operator is told when SQLite gives up. The numbers are SQLite's primary result codes.</summary>
internal static class SqliteFailures
{
    public static StorageException? Explain(SqliteException exception, string database) => exception.SqliteErrorCode switch
    {
        5 or 6 => new($"{database} is locked by another program for too long.", exception),
        8 => new($"{database} or its folder is read-only: give the bot's user the right to write there.", exception, needsOperator: true),
        10 => new($"{database} can't be read or written ({exception.Message}): look after the disk.", exception, needsOperator: true),
        11 => new($"{database} is damaged: stop the bot and restore the file from a backup.", exception, needsOperator: true),
        13 => new($"{database} can't grow: the disk is full.", exception, needsOperator: true),
        14 => new($"{database} can't be opened: is the file there, and may the bot's user read and write it and its folder?", exception, needsOperator: true),
        26 => new($"{database} is no SQLite database, or a damaged one: restore it from a backup, or name another file.", exception, needsOperator: true),
        _ => null,
    };
}
