using System.Globalization;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Channels and groups as their administrators name them in a private chat: <c>@name</c>, a number, or a number and a topic.</summary>
internal sealed class TelegramManagedChats(TelegramApi api, TelegramAdmins admins) : IManagedChats
{
    private const int LongestName = 40;

    public string Platform => TelegramPlatform.PlatformName;

    public async Task<ManagedChat?> FindAsync(string wanted, string user, CancellationToken cancellationToken)
    {
        var (name, topic) = Divide(wanted.Trim());
        if (name.Length is 0 or > LongestName || !IsAddress(name) || (topic is not null && !int.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return null;

        try
        {
            var found = await api.SendRequest(new GetChatRequest { ChatId = name }, cancellationToken);
            var chat = TelegramAddresses.Chat(found.Id) with { Thread = topic };
            return found.Type is ChatType.Channel or ChatType.Group or ChatType.Supergroup && await ManagesAsync(chat, user, cancellationToken)
                ? new ManagedChat(chat, InertText.CleanLine(found.Title ?? name))
                : null;
        }
        catch (TelegramFailure failure) when (IsRefusal(failure))
        {
            return null;
        }
    }

    public async Task<bool> ManagesAsync(ChatId chat, string user, CancellationToken cancellationToken)
    {
        try
        {
            return await admins.IsAdminAsync(chat, long.Parse(user, CultureInfo.InvariantCulture), cancellationToken);
        }
        catch (TelegramFailure failure) when (IsRefusal(failure))
        {
            return false;
        }
    }

    /// <summary>The chat is not there for this bot, or does not tell it who is in it.</summary>
    private static bool IsRefusal(TelegramFailure failure) => failure.Code is 400 or 403;

    private static (string Name, string? Topic) Divide(string wanted)
    {
        var slash = wanted.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (wanted, null) : (wanted[..slash], wanted[(slash + 1)..]);
    }

    private static bool IsAddress(string name) => name[0] == '@'
        ? name.Length > 1 && name.Skip(1).All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        : long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
