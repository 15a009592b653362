using System.Data.Common;
using System.Text.Json;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Handles updates: those of one chat in order, those of different chats beside each other.</summary>
internal sealed partial class TelegramUpdates(
    TelegramCommands commands,
    TelegramPresses presses,
    TelegramMemberships memberships,
    TelegramInline inline,
    TelegramReactions reactions,
    ILogger<TelegramUpdates> logger)
{
    private const int AtOnce = 8;
    private const int MostRemembered = 1000;

    private readonly Queue<int> _order = new();
    private readonly HashSet<int> _handled = [];

    /// <summary>
    /// Handles a batch. One update that fails is logged and left behind; a store that does not answer throws, and the whole
    /// batch is to come again: what was handled of it is not handled twice.
    /// </summary>
    public async Task HandleAsync(IReadOnlyList<JsonElement> batch, string botName, CancellationToken cancellationToken)
    {
        // An update that was pushed twice may stand twice in what waited.
        var updates = batch.Select(Read).OfType<Update>().Where(update => !_handled.Contains(update.Id)).DistinctBy(update => update.Id).ToArray();
        foreach (var update in updates)
            memberships.Foresee(update);
        await Parallel.ForEachAsync(
            updates.GroupBy(ChatOf),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (chat, _) =>
            {
                // Not the loop's own token: a failure in one chat must not break off a command that runs in another.
                foreach (var update in chat)
                {
                    await HandleOneAsync(update, botName, cancellationToken);
                    Remember(update.Id);
                }
            });
    }

    private async Task HandleOneAsync(Update update, string botName, CancellationToken cancellationToken)
    {
        try
        {
            await (update switch
            {
                { Message: { } message } when message.MigrateToChatId is not null || message.MigrateFromChatId is not null =>
                    memberships.MigrateAsync(message, cancellationToken),
                { Message: { ForumTopicReopened: not null } message } => memberships.ReopenAsync(message, cancellationToken),
                { Message: { } message } => commands.RunAsync(update.Id, message, botName, cancellationToken),
                { ChannelPost: { } post } => commands.RunAsync(update.Id, post, botName, cancellationToken),
                { CallbackQuery: { } query } => presses.RunAsync(update.Id, query, botName, cancellationToken),
                { InlineQuery: { } query } => inline.AnswerAsync(query, botName, cancellationToken),
                { MessageReaction: { } change } => reactions.ChangeAsync(change, cancellationToken),
                { MessageReactionCount: { } counts } => reactions.CountAsync(counts, cancellationToken),
                { MyChatMember: { } change } => memberships.ChangeAsync(update.Id, change, cancellationToken),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception failure) when (failure is not (NotOnRecordException or StoreException or DbException or OperationCanceledException))
        {
            Log.UpdateFailed(logger, failure, update.Id);
        }
    }

    private Update? Read(JsonElement json)
    {
        try
        {
            return json.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (JsonException unreadable)
        {
            Log.UpdateUnreadable(logger, json.GetProperty("update_id").GetInt32(), unreadable.Path ?? "");
            return null;
        }
    }

    private void Remember(int id)
    {
        lock (_order)
        {
            _handled.Add(id);
            _order.Enqueue(id);
            if (_order.Count > MostRemembered)
                _handled.Remove(_order.Dequeue());
        }
    }

    private static long ChatOf(Update update) =>
        ((update.Message ?? update.ChannelPost ?? update.CallbackQuery?.Message)?.Chat
            ?? update.MyChatMember?.Chat ?? update.MessageReaction?.Chat ?? update.MessageReactionCount?.Chat)?.Id
        ?? update.InlineQuery?.From.Id ?? 0;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Update {Update} could not be handled")]
        public static partial void UpdateFailed(ILogger logger, Exception exception, int update);

        [LoggerMessage(LogLevel.Warning, "Update {Update} could not be read at {Path}")]
        public static partial void UpdateUnreadable(ILogger logger, int update, string path);
    }
}
