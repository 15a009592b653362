using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace DigestBot.Storage;

/// <summary>Where chats, subscriptions and deliveries are kept: section <c>Storage</c>.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary><c>Sqlite</c>, a file of this bot alone, or <c>PostgreSql</c>, which several instances can share.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>SQLite's file, relative to the working directory; its folder is created.</summary>
    public string Path { get; set; } = "data/digestbot.db";

    /// <summary>
    /// PostgreSQL's connection string, such as <c>Host=localhost;Database=digestbot;Username=digestbot</c>; refused beside SQLite,
    /// which would keep everything in a file that nobody meant.
    /// </summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Provider))
            yield return new($"{Section}:{nameof(Provider)} is neither {nameof(StorageProvider.Sqlite)} nor {nameof(StorageProvider.PostgreSql)}.");
        if (Provider == StorageProvider.Sqlite && string.IsNullOrWhiteSpace(Path))
            yield return new($"{Section}:{nameof(Path)} is empty: it names SQLite's file.");
        if (Provider == StorageProvider.Sqlite && !string.IsNullOrWhiteSpace(ConnectionString))
            yield return new($"{Section}:{nameof(ConnectionString)} is set, and nothing reads it while {Section}:{nameof(Provider)} is {nameof(StorageProvider.Sqlite)}: set that to {nameof(StorageProvider.PostgreSql)}, or take the connection string away.");
        if (Provider == StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new($"{Section}:{nameof(ConnectionString)} is empty: PostgreSQL needs one.");
        else if (Provider == StorageProvider.PostgreSql && !IsRead(ConnectionString!))
            yield return new($"{Section}:{nameof(ConnectionString)} can't be read: it is written as Host=localhost;Database=digestbot;Username=digestbot.");
    }

    private static bool IsRead(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).Host is { Length: > 0 };
        }
        // What is thrown names the part that was not understood, which may be the password.
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}

/// <summary>The databases the bot can keep its records in.</summary>
internal enum StorageProvider
{
    Sqlite,
    PostgreSql,
}
