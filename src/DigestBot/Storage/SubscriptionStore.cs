using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Storage;

/// <summary>Chats and subscriptions in the database.</summary>
internal sealed class SubscriptionStore(Database database, TimeProvider time) : ISubscriptionStore
{
    public async Task<ChatSettings> GetChatAsync(ChatId chat, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => session.FirstAsync<ChatRow>(SubscriptionSql.GetChat, ChatKey.Of(chat)), cancellationToken);
        return row is null ? new ChatSettings { Chat = chat } : SettingsOf(row);
    }

    public async Task<IReadOnlyList<ChatSettings>> ListThreadsAsync(ChatId chat, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<ChatRow>(SubscriptionSql.ListThreads, ChatKey.Of(chat)), cancellationToken);
        return [.. rows.Select(SettingsOf)];
    }

    public Task SaveChatAsync(ChatSettings settings, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(SubscriptionSql.SaveChat, ChatRow.Of(settings));
            if (settings.Pause is not null)
                await session.ExecuteAsync(SubscriptionSql.MarkPaused, ChatKey.Of(settings.Chat));
        },
        cancellationToken);

    public async Task<IReadOnlyList<Subscription>> ListAsync(ChatId chat, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<SubscriptionRow>(SubscriptionSql.List, ChatKey.Of(chat)), cancellationToken);
        return [.. rows.Select(row => row.ToSubscription())];
    }

    public Task<IReadOnlyList<Subscription>> SaveAsync(IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken) =>
        database.WriteAsync(session => SaveAsync(session, subscriptions), cancellationToken);

    public Task<bool> TurnSerialAsync(Subscription subscription, SerialPlace place, long? position, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var row = SubscriptionRow.Of(subscription);
            var values = new { row.Id, row.Platform, row.Chat, row.Thread, row.SerialArticle, row.SerialPosted, place.Article, place.Posted, NewPosition = position };
            return await session.ExecuteAsync(SubscriptionSql.TurnSerial, values) > 0;
        },
        cancellationToken);

    public Task<bool> RemoveAsync(Subscription subscription, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            if (await session.ExecuteAsync(SubscriptionSql.Remove, SubscriptionRow.Of(subscription)) == 0)
                return false;

            var values = new { subscription.Id, Now = time.GetUtcNow().ToUnixTimeMilliseconds(), Reason = "unsubscribed" };
            await session.ExecuteAsync(SubscriptionSql.FailOpenOfSubscription, values);
            await session.ExecuteAsync(SubscriptionSql.ExpireLeavingOfSubscription, values);
            return true;
        },
        cancellationToken);

    public async Task<ManagedChat?> GetManagedAsync(ChatId from, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => session.FirstAsync<ManagedRow>(SubscriptionSql.GetManaged, ChatKey.Of(from)), cancellationToken);
        return row is null ? null : new ManagedChat(new ChatId(from.Platform, row.Chat, row.Thread is "" ? null : row.Thread), row.Title);
    }

    public Task SetManagedAsync(ChatId from, ManagedChat? managed, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var key = ChatKey.Of(from);
            await session.ExecuteAsync(SubscriptionSql.EndManaging, key);
            if (managed is null)
                return;

            var target = ChatKey.Of(managed.Chat);
            await session.ExecuteAsync(
                SubscriptionSql.Manage, new { key.Platform, key.Chat, key.Thread, ManagedChat = target.Chat, ManagedThread = target.Thread, managed.Title });
        },
        cancellationToken);

    public Task MoveChatAsync(ChatId from, ChatId to, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ChatMoves.MoveAsync(session, from, to, time.GetUtcNow()), cancellationToken);

    public Task ForgetAsync(ChatId chat, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ChatMoves.ForgetAsync(session, database, chat), cancellationToken);

    private ChatSettings SettingsOf(ChatRow row)
    {
        var settings = row.ToSettings();
        return settings.Pause?.Until <= time.GetUtcNow() ? settings with { Pause = null } : settings;
    }

    private static async Task<IReadOnlyList<Subscription>> SaveAsync(Session session, IReadOnlyList<Subscription> subscriptions)
    {
        var stored = new List<Subscription>();
        foreach (var subscription in subscriptions)
        {
            var row = SubscriptionRow.Of(subscription);
            await session.ExecuteAsync(SubscriptionSql.AddChat, new { row.Platform, row.Chat, row.Thread, Zone = Zones.Default });
            var statement = subscription.Id == 0 ? SubscriptionSql.Add : SubscriptionSql.Change;
            if (await session.FirstAsync<SubscriptionRow>(statement, row) is { } now)
                stored.Add(now.ToSubscription());
        }

        return stored;
    }

    private sealed record ManagedRow
    {
        public string Chat { get; init; } = "";
        public string Thread { get; init; } = "";
        public string Title { get; init; } = "";
    }
}
