using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Platforms.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using ChatId = DigestBot.Chats.ChatId;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Who manages a chat and who is in it, asked of Telegram by numeric id and remembered for a short while.</summary>
internal sealed class TelegramAdmins(TelegramApi api, TimeProvider time)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Chat, long User), (ChatMember Member, DateTimeOffset Until)> _known = new();

    /// <summary>Throws where Telegram does not say: nobody may then change anything.</summary>
    public async ValueTask<bool> IsAdminAsync(ChatId chat, long user, CancellationToken cancellationToken) =>
        (await MemberAsync(chat, user, cancellationToken)).IsAdmin;

    /// <summary>Whether somebody is in the chat; throws where Telegram does not say.</summary>
    public async ValueTask<bool> IsInAsync(ChatId chat, long user, CancellationToken cancellationToken) =>
        (await MemberAsync(chat, user, cancellationToken)).IsInChat;

    private async ValueTask<ChatMember> MemberAsync(ChatId chat, long user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue((chat.Chat, user), out var known) && now < known.Until)
            return known.Member;

        var request = new GetChatMemberRequest { ChatId = long.Parse(chat.Chat, CultureInfo.InvariantCulture), UserId = user };
        var member = await api.SendRequest(request, cancellationToken);
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[(chat.Chat, user)] = (member, now + Remembered);
        return member;
    }
}
