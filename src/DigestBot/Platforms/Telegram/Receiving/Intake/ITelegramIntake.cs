using Telegram.Bot.Types.Enums;

namespace DigestBot.Platforms.Telegram.Receiving.Intake;

/// <summary>The way updates come in: asked for, or pushed to the bot.</summary>
internal interface ITelegramIntake
{
    /// <summary>Tells Telegram that updates come in this way.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Handles the next updates, or none after a while. An update is confirmed only after it was handled and its answer is on
    /// record; what throws is to come again. Returns why nothing is heard; null where all is well.
    /// </summary>
    Task<string?> HearAsync(string botName, CancellationToken cancellationToken);

    /// <summary>The bot stops.</summary>
    Task CloseAsync();
}

/// <summary>What the bot wants to hear of.</summary>
internal static class WantedUpdates
{
    /// <summary>As the library names them.</summary>
    public static IReadOnlyList<UpdateType> Types { get; } =
    [
        UpdateType.Message, UpdateType.ChannelPost, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.InlineQuery,
        UpdateType.MessageReaction, UpdateType.MessageReactionCount,
    ];

    /// <summary>As the Bot API does, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "message", "channel_post", "callback_query", "my_chat_member", "inline_query", "message_reaction", "message_reaction_count",
    ];
}
