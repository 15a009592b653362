namespace DigestBot.Chats;

/// <summary>
/// Where a message goes: the platform, its id of the chat, and the thread within it (a Telegram topic, a Discord
/// thread), which is part of the address everywhere. Written <c>telegram:-100123/45</c>.
/// </summary>
/// <param name="Platform">The platform's name, lower case.</param>
/// <param name="Chat">The platform's own id; never a user name.</param>
/// <param name="Thread">Null outside threads.</param>
public readonly record struct ChatId(string Platform, string Chat, string? Thread = null)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static ChatId? TryParse(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || colon == text!.Length - 1)
            return null;

        var slash = text.IndexOf('/', colon);
        var chat = slash < 0 ? text[(colon + 1)..] : text[(colon + 1)..slash];
        var thread = slash < 0 ? null : text[(slash + 1)..];
        return chat.Length == 0 || thread is "" ? null : new ChatId(text[..colon], chat, thread);
    }

    /// <inheritdoc/>
    public override string ToString() => Thread is null ? $"{Platform}:{Chat}" : $"{Platform}:{Chat}/{Thread}";
}
