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
        Type = entity.Style switch
        {
            TelegramStyle.Bold => MessageEntityType.Bold,
            TelegramStyle.Italic => MessageEntityType.Italic,
            TelegramStyle.Code => MessageEntityType.Code,
            TelegramStyle.Link => MessageEntityType.TextLink,
            _ => throw new ArgumentException($"no entity for {entity.Style}", nameof(part)),
        },
        Offset = entity.Offset,
        Length = entity.Length,
        Url = entity.Url,
    });
}
