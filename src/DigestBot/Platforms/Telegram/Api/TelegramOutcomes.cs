using System.Globalization;
using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>What a failed send means for the delivery.</summary>
internal static class TelegramOutcomes
{
    /// <summary>Answers that say the chat is lost until somebody acts, beside every 403.</summary>
    private static readonly string[] ChatIsGone =
    [
        "chat not found", "chat_write_forbidden", "chat_restricted", "not enough rights to send", "have no rights to send", "need administrator rights",
        "peer_id_invalid", "user_is_blocked", "input_user_deactivated", "user is deactivated", "channel_private", "group chat was deactivated",
        "the group chat was deleted", "bot was kicked", "bot is not a member",
    ];

    private static readonly string[] ThreadIsGone = ["message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid"];

    /// <summary>Whether the same text without styles might be taken.</summary>
    public static bool IsAboutMarkup(SendOutcome.Refused refused) =>
        refused.Reason.Contains("entities", StringComparison.OrdinalIgnoreCase) || refused.Reason.Contains("entity", StringComparison.OrdinalIgnoreCase);

    public static SendOutcome Of(TelegramFailure failure, ChatId chat)
    {
        if (failure.Code is not { } code)
            return failure.MayHaveArrived ? new SendOutcome.Unknown(failure.Reason) : new SendOutcome.Later(null, LaterScope.Lane, failure.Reason);

        return code switch
        {
            429 => new SendOutcome.Later(failure.RetryAfter, LaterScope.Unstated, failure.Reason),
            421 => new SendOutcome.Later(null, LaterScope.Lane, failure.Reason),
            401 => new SendOutcome.Halted(failure.Reason),
            404 when failure.Says("not found") && !failure.Says("chat") => new SendOutcome.Halted(failure.Reason),
            400 when failure.MigratedTo is { } id => new SendOutcome.Moved(chat with { Chat = id.ToString(CultureInfo.InvariantCulture), Thread = null }),
            400 when ThreadIsGone.Any(failure.Says) => new SendOutcome.Gone(failure.Reason, WholeChat: false),
            403 => new SendOutcome.Gone(failure.Reason),
            400 when ChatIsGone.Any(failure.Says) => new SendOutcome.Gone(failure.Reason),
            _ => failure.MayHaveArrived ? new SendOutcome.Unknown(failure.Reason) : new SendOutcome.Refused(failure.Reason),
        };
    }
}
