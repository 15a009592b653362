using System.Data.Common;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Storage.Ledger;
using DigestBot.Subscriptions;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>A fresh database for one trial, filled with subscriptions before the bot first sees it.</summary>
internal abstract class TrialStore : IAsyncDisposable
{
    private const string Zone = "Asia/Jakarta";

    /// <summary>What makes the bot use it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Rows <c>n(i)</c> from 0 to one less than <c>@Count</c>.</summary>
    protected abstract string Numbers { get; }

    /// <summary>A connection that is not the bot's.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>Every row of every table that holds the text; for looking for secrets.</summary>
    public abstract Task<IReadOnlyList<string>> FindAsync(string text);

    /// <summary>Makes the tables.</summary>
    public async Task CreateAsync()
    {
        var database = Open();
        await database.MigrateAsync(CancellationToken.None);
        await CloseAsync(database);
    }

    /// <summary>Does something with the bot's own ledger on this store, in this process.</summary>
    public async Task<T> WithLedgerAsync<T>(Func<IDeliveryLedger, Task<T>> work)
    {
        var database = Open();
        await database.MigrateAsync(CancellationToken.None);
        var result = await work(new DeliveryLedger(database));
        await CloseAsync(database);
        return result;
    }

    /// <summary>
    /// Subscribes private chats to a topic, all of them due at the minute of <paramref name="due"/>: to all that there is, as
    /// one that has had something before.
    /// </summary>
    public async Task SubscribeAsync(string platform, long firstChat, int count, string topic, DateTimeOffset due)
    {
        await using var connection = await ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var local = TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById(Zone));
        var minute = new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, local.Offset);
        var wants = new Wants { Topic = topic, Length = DigestLength.Long, Top = 10 };
        (string, object)[] values =
        [
            ("Platform", platform), ("First", firstChat), ("Count", count), ("Zone", Zone), ("Target", wants.Target), ("Wants", wants.Key),
            ("Schedule", Schedule.TryCreate([TimeOnly.FromDateTime(minute.DateTime)])!.ToString()),
            ("Slot", minute.ToString("yyyy-MM-dd'T'HH:mm", null)), ("Due", minute.ToUnixTimeMilliseconds()),
        ];
        await RunAsync(connection, $"""
            INSERT INTO chats (platform, chat, thread, zone, silent, pin, rich)
            {Numbers} SELECT @Platform, CAST(@First + i AS text), '', @Zone, 0, 0, 0 FROM n
            """, values);
        await RunAsync(connection, $"""
            INSERT INTO subscriptions (platform, chat, thread, target, wants, schedule, position, next_slot, next_due)
            {Numbers} SELECT @Platform, CAST(@First + i AS text), '', @Target, @Wants, @Schedule, 0, @Slot, @Due FROM n
            """, values);
        await transaction.CommitAsync();
        await TidyAsync(connection);
    }

    /// <summary>The first column of what a query finds.</summary>
    public async Task<IReadOnlyList<long>> NumbersAsync(string query, params (string Name, object Value)[] values)
    {
        await using var connection = await ConnectAsync();
        await using var command = Command(connection, query, values);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<long>();
        while (await reader.ReadAsync())
            found.Add(reader.GetInt64(0));
        return found;
    }

    /// <summary>Whether a write goes through within a second; it changes nothing.</summary>
    public async Task<bool> TakesWritesAsync()
    {
        await using var connection = await ConnectAsync();
        await using var command = Command(connection, "UPDATE store SET id = id", []);
        command.CommandTimeout = 1;
        try
        {
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Database Open();

    /// <summary>Does at once what the database would do by itself, long before these rows are due.</summary>
    protected virtual Task TidyAsync(DbConnection connection) => Task.CompletedTask;

    protected static DbCommand Command(DbConnection connection, string text, IEnumerable<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 300;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static async Task RunAsync(DbConnection connection, string text, IReadOnlyList<(string Name, object Value)> values)
    {
        var used = values.Where(value => text.Contains('@' + value.Name, StringComparison.Ordinal));
        await using var command = Command(connection, text, used);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task CloseAsync(Database database)
    {
        if (database is IAsyncDisposable closing)
            await closing.DisposeAsync();
        (database as IDisposable)?.Dispose();
    }
}

/// <summary>Which database a trial runs on.</summary>
internal enum StoreKind
{
    Sqlite,
    PostgreSql,
}
