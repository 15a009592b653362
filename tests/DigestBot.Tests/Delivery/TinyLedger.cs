using System.Data.Common;
using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Delivery;

/// <summary>The bot's own tables, kept by plain SQL and none of the bot's code.</summary>
internal sealed class TinyLedger(TrialStore store)
{
    /// <summary>One message of two parts to each chat, due now.</summary>
    public async Task FillAsync(IEnumerable<string> chats)
    {
        await DoAsync("INSERT INTO messages (id, created_at) VALUES (1, @Now)");
        await DoAsync("INSERT INTO message_parts (message, part, body) VALUES (1, 0, 'satu'), (1, 1, 'dua')");
        foreach (var chat in chats)
        {
            await DoAsync(
                """
                INSERT INTO deliveries (message, part, platform, chat, thread, lane, due_at, not_before, expires_at)
                VALUES (1, 0, 'telegram', @Chat, '', 1, @Now, @Now, @Now + 86400000), (1, 1, 'telegram', @Chat, '', 1, @Now, @Now, @Now + 86400000)
                """,
                ("Chat", chat));
        }
    }

    /// <summary>Takes the next part whose time has come; null where there is none now.</summary>
    public async Task<TinyDelivery?> LeaseAsync(string owner, bool lastPartFirst, Func<string, bool> mayGo)
    {
        var next = await ReadAsync(
            $"""
            SELECT d.id, d.chat, d.part, d.attempt FROM deliveries d
            WHERE d.state = 0 AND d.not_before <= @Now AND NOT EXISTS (
                SELECT 1 FROM deliveries e WHERE e.chat = d.chat AND e.state <= 2 AND e.id {(lastPartFirst ? ">" : "<")} d.id)
            ORDER BY d.id
            """);
        if (next.Find(delivery => mayGo(delivery.Chat)) is not { } chosen)
            return null;

        await DoAsync(
            "UPDATE deliveries SET state = 2, owner = @Owner, attempt = attempt + 1, sending_at = @Now WHERE id = @Id", ("Owner", owner), ("Id", chosen.Id));
        return chosen with { Attempt = chosen.Attempt + 1, Owner = owner };
    }

    public Task<int> SentAsync(TinyDelivery delivery, string messageId) =>
        EndAsync(delivery, 3, isFenced: true, ("sent_id", messageId));

    public Task<int> FailedAsync(TinyDelivery delivery, string reason) =>
        DoAsync("UPDATE deliveries SET state = 4, reason = @Reason WHERE chat = @Chat AND state <= 2", ("Reason", reason), ("Chat", delivery.Chat));

    /// <summary>Lost without a word.</summary>
    public Task<int> DropAsync(TinyDelivery delivery) => EndAsync(delivery, 4, isFenced: true, ("reason", ""));

    /// <summary>Nobody can tell whether it arrived: it goes again, and is listed.</summary>
    public Task<int> AgainAsync(TinyDelivery delivery, bool isFenced) => EndAsync(delivery, 0, isFenced, ("unanswered_at", delivery.Id));

    public Task<int> LaterAsync(TinyDelivery delivery, int milliseconds) =>
        DoAsync("UPDATE deliveries SET state = 0, not_before = @Now + @Wait WHERE id = @Id", ("Wait", milliseconds), ("Id", delivery.Id));

    public async Task<bool> IsDoneAsync() => (await ReadAsync("SELECT id, chat, part, attempt FROM deliveries WHERE state = 0")).Count == 0;

    private Task<int> EndAsync(TinyDelivery delivery, int state, bool isFenced, (string Column, object Value) note) => DoAsync(
        $"UPDATE deliveries SET state = @State, {note.Column} = @Note WHERE id = @Id {(isFenced ? "AND owner = @Owner AND attempt = @Attempt AND state = 2" : "")}",
        ("State", state), ("Note", note.Value), ("Id", delivery.Id), ("Owner", delivery.Owner), ("Attempt", delivery.Attempt));

    private async Task<int> DoAsync(string statement, params (string Name, object Value)[] values)
    {
        await using var connection = await store.ConnectAsync();
        await using var command = Command(connection, statement, values);
        return await command.ExecuteNonQueryAsync();
    }

    private async Task<List<TinyDelivery>> ReadAsync(string query)
    {
        await using var connection = await store.ConnectAsync();
        await using var command = Command(connection, query, []);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<TinyDelivery>();
        while (await reader.ReadAsync())
            found.Add(new TinyDelivery(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)));
        return found;
    }

    private static DbCommand Command(DbConnection connection, string text, (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values.Append(("Now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds())))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>A row that a sender holds.</summary>
internal sealed record TinyDelivery(long Id, string Chat, int Part, int Attempt, string Owner = "");
