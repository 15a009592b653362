using DigestBot.Platforms.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace DigestBot.Platforms.Telegram;

/// <summary>A part's styles in the library's types.</summary>
internal static class TelegramMarkup
{
    public static LinkPreviewOptions NoPreview { get; } = new() { IsDisabled = true };

    public static IEnumerable<MessageEntity>? Entities(TelegramPart part) => part.Entities?.Select(entity => new MessageEntity
    {
        Type = TypeOf(entity.Style),
        Offset = entity.Offset,
        Length = entity.Length,
        Url = entity.Url,
    });

    private static MessageEntityType TypeOf(TelegramStyle style) => style switch
    {
        TelegramStyle.Bold => MessageEntityType.Bold,
        TelegramStyle.Italic => MessageEntityType.Italic,
        TelegramStyle.Code => MessageEntityType.Code,
        TelegramStyle.Link => MessageEntityType.TextLink,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    /// <summary>The Bot API's name of a style.</summary>
    public static string NameOf(TelegramStyle style) => style switch
    {
        TelegramStyle.Bold => "bold",
        TelegramStyle.Italic => "italic",
        TelegramStyle.Code => "code",
        TelegramStyle.Link => "text_link",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };
}
