using System.Globalization;
using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>What a failed send means for the delivery.</summary>
internal static class TelegramOutcomes
{
    /// <summary>
    /// Answers to a bot that is in the chat and may not write for now. A group that is closed to its members for the night, and
    /// a mute that ends by itself, say the same as one that lasts, and no update tells of their end: so what is due is tried
    /// again until it is too old, and the chat is never paused for it. A channel where the bot may not post says otherwise
    /// ("need administrator rights"), and of that right's return there is an update; a channel that said this, as all did for
    /// hours in October 2023 (https://github.com/TelegramBotAPI/errors/issues/5), takes the bot again by itself.
    /// </summary>
    private static readonly string[] MayNotWriteNow =
    [
        "not enough rights to send", "have no rights to send", "chat_write_forbidden", "chat_send_plain_forbidden", "chat_restricted",
    ];

    /// <summary>Six requests an hour for a chat that stays closed, and what it waits for comes soon after it opens.</summary>
    private static readonly TimeSpan UntilItMayWrite = TimeSpan.FromMinutes(10);

    /// <summary>Answers that say the chat is lost until somebody acts, beside every other 403.</summary>
    private static readonly string[] ChatIsGone =
    [
        "chat not found", "need administrator rights", "peer_id_invalid", "user_is_blocked", "input_user_deactivated", "user is deactivated",
        "channel_private", "group chat was deactivated", "the group chat was deleted", "bot was kicked", "bot is not a member",
    ];

    private static readonly string[] ThreadIsGone = ["message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid"];

    private static readonly string[] MarkupIsRefused = ["entities", "entity"];

    /// <summary>Whether the same text without styles might be taken.</summary>
    public static bool IsAboutMarkup(SendOutcome.Refused refused) =>
        MarkupIsRefused.Any(word => refused.Reason.Contains(word, StringComparison.OrdinalIgnoreCase));

    public static SendOutcome Of(TelegramFailure failure, ChatId chat) => failure switch
    {
        { MayHaveArrived: true } => new SendOutcome.Unknown(failure.Reason),
        { Code: 429 } or { Code: null, Status: 429 } => new SendOutcome.Later(failure.RetryAfter, LaterScope.Unstated, failure.Reason),
        // What stands before Telegram says nothing about a chat: a firewall's 403 must not pause them all.
        { Code: null or 421 } => new SendOutcome.Later(null, LaterScope.Lane, failure.Reason),
        { Code: 401 or 404 } => new SendOutcome.Halted(failure.Reason),
        { Code: 400, MigratedTo: { } id } => new SendOutcome.Moved(new ChatId(chat.Platform, id.ToString(CultureInfo.InvariantCulture))),
        { Code: 400 or 403 } when MayNotWriteNow.Any(failure.Says) => new SendOutcome.Later(UntilItMayWrite, LaterScope.Chat, failure.Reason) { IsLimit = false },
        { Code: 400 } when ThreadIsGone.Any(failure.Says) => new SendOutcome.Gone(failure.Reason, WholeChat: false),
        { Code: 403 } => new SendOutcome.Gone(failure.Reason),
        { Code: 400 } when ChatIsGone.Any(failure.Says) => new SendOutcome.Gone(failure.Reason),
        _ => new SendOutcome.Refused(failure.Reason),
    };
}
