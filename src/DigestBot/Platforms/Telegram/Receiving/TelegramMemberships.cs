using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Commands;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using ChatId = DigestBot.Chats.ChatId;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Follows what becomes of the bot in a chat: added, removed, blocked, allowed to write, or moved along to a supergroup.</summary>
internal sealed partial class TelegramMemberships(
    ISubscriptionStore store,
    SubscriptionBook book,
    CommandDispatcher dispatcher,
    TelegramAdmins admins,
    TelegramReplies replies,
    ILogger<TelegramMemberships> logger)
{
    private const string Blocked = "bot was blocked by the user";
    private const string Removed = "bot was removed from the chat";
    private const int MostRemembered = 1_000;

    /// <summary>Supergroups that groups went on as: Telegram tells of the bot's coming there as if somebody had brought it in.</summary>
    private readonly ConcurrentDictionary<long, bool> _successors = new();

    /// <summary>Looks whether a group goes on as a supergroup, before any update of the batch is handled: which of them comes first is not said.</summary>
    public void Foresee(Update update)
    {
        if (update.Message is not { } message || (message.MigrateFromChatId is null && message.MigrateToChatId is null))
            return;

        if (_successors.Count >= MostRemembered)
            _successors.Clear();
        _successors[message.MigrateToChatId ?? message.Chat.Id] = true;
    }

    public async Task MigrateAsync(Message message, CancellationToken cancellationToken)
    {
        var old = TelegramAddresses.Chat(message.MigrateFromChatId ?? message.Chat.Id);
        var moved = TelegramAddresses.Chat(message.MigrateToChatId ?? message.Chat.Id);
        await store.MoveChatAsync(old, moved, cancellationToken);
        // Of the old group it may have been said before that the bot is no longer there.
        await book.TakenAgainAsync(moved, cancellationToken);
        Log.Moved(logger, old, moved);
    }

    public async Task ChangeAsync(int update, ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var chat = TelegramAddresses.Chat(change.Chat.Id);
        var (was, isIn) = (change.OldChatMember.IsInChat, change.NewChatMember.IsInChat);
        if (was && !isIn)
            await RefusedAsync(chat, change.Chat.Type == ChatType.Private ? Blocked : Removed, cancellationToken);
        else if (!was && isIn && change.Chat.Type is ChatType.Group or ChatType.Supergroup && !_successors.ContainsKey(change.Chat.Id))
            await GreetAsync(update, chat, change.From, cancellationToken);
        else if (isIn && MayWrite(change.NewChatMember, change.Chat.Type))
            await book.TakenAgainAsync(chat, cancellationToken);
    }

    /// <summary>Somebody has opened a topic that was closed.</summary>
    public Task ReopenAsync(Message message, CancellationToken cancellationToken) =>
        book.ReopenedAsync(TelegramAddresses.ChatOf(message), cancellationToken);

    /// <summary>Whether who has this status may write: https://core.telegram.org/bots/api#chatmember.</summary>
    private static bool MayWrite(ChatMember bot, ChatType chat) => bot switch
    {
        ChatMemberRestricted restricted => restricted.CanSendMessages,
        ChatMemberAdministrator administrator => chat != ChatType.Channel || administrator.CanPostMessages,
        _ => true,
    };

    private async Task RefusedAsync(ChatId chat, string reason, CancellationToken cancellationToken)
    {
        Log.Removed(logger, chat, reason);
        await book.RefusedAsync(chat, reason, cancellationToken);
    }

    /// <summary>Somebody has brought the bot in: it says what it is and, where it had been here before, goes on.</summary>
    private async Task GreetAsync(int update, ChatId chat, User by, CancellationToken cancellationToken)
    {
        await book.TakenAgainAsync(chat, cancellationToken);
        var answer = await dispatcher.RunAsync(
            new CommandRequest
            {
                Chat = chat,
                User = by.Id.ToString(CultureInfo.InvariantCulture),
                Line = "start",
                IsPrivate = false,
                Language = by.LanguageCode,
                CanManage = stop => admins.MayManageAsync(chat, by.Id, stop),
            },
            cancellationToken);
        await replies.AddAsync(update, chat, answer.Message, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Old} goes on as {New}")]
        public static partial void Moved(ILogger logger, ChatId old, ChatId @new);

        [LoggerMessage(LogLevel.Information, "{Chat}: {Reason}")]
        public static partial void Removed(ILogger logger, ChatId chat, string reason);
    }
}
