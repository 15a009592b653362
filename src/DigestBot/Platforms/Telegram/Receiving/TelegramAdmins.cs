using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Who manages a chat, asked of Telegram by numeric id and remembered for a short while.</summary>
internal sealed class TelegramAdmins(TelegramApi api, TimeProvider time)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Chat, long User), (bool IsAdmin, DateTimeOffset Until)> _known = new();

    /// <summary>Throws where Telegram does not say: nobody may then change anything.</summary>
    public async ValueTask<bool> IsAdminAsync(ChatId chat, long user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue((chat.Chat, user), out var known) && now < known.Until)
            return known.IsAdmin;

        var request = new GetChatMemberRequest { ChatId = long.Parse(chat.Chat, CultureInfo.InvariantCulture), UserId = user };
        var isAdmin = (await api.SendRequest(request, cancellationToken)).IsAdmin;
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[(chat.Chat, user)] = (isAdmin, now + Remembered);
        return isAdmin;
    }
}
