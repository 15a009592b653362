using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using ChatId = DigestBot.Chats.ChatId;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// Who manages a chat and who is in it, asked of Telegram by numeric id and remembered for a short while. Of other people Telegram
/// tells for certain only a bot that is an administrator itself (https://core.telegram.org/bots/api#getchatmember).
/// </summary>
internal sealed class TelegramAdmins(TelegramApi api, TimeProvider time)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Chat, long User), (ChatMember Member, DateTimeOffset Until)> _known = new();

    /// <summary>
    /// Throws where Telegram does not say: nobody may then change anything. Where it does not tell of members it may still
    /// list the administrators.
    /// </summary>
    public async ValueTask<bool> IsAdminAsync(ChatId chat, long user, CancellationToken cancellationToken)
    {
        try
        {
            return (await MemberAsync(chat, user, cancellationToken)).IsAdmin;
        }
        catch (TelegramFailure refused) when (refused.Code == 400)
        {
            var request = new GetChatAdministratorsRequest { ChatId = Number(chat) };
            var listed = await api.SendRequest(request, cancellationToken);
            return listed.Any(administrator => administrator.User.Id == user);
        }
    }

    /// <summary>The same for a command: where Telegram refuses to say, the asker is told how to get past that.</summary>
    public async ValueTask<bool> MayManageAsync(ChatId chat, long user, CancellationToken cancellationToken)
    {
        try
        {
            return await IsAdminAsync(chat, user, cancellationToken);
        }
        catch (TelegramFailure refused) when (refused.Code is 400 or 403)
        {
            throw new CommandStoppedException("Telegram_AdminsHidden", refused);
        }
    }

    /// <summary>Whether somebody is in the chat; throws where Telegram does not say.</summary>
    public async ValueTask<bool> IsInAsync(ChatId chat, long user, CancellationToken cancellationToken) =>
        (await MemberAsync(chat, user, cancellationToken)).IsInChat;

    private async ValueTask<ChatMember> MemberAsync(ChatId chat, long user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue((chat.Chat, user), out var known) && now < known.Until)
            return known.Member;

        var request = new GetChatMemberRequest { ChatId = Number(chat), UserId = user };
        var member = await api.SendRequest(request, cancellationToken);
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[(chat.Chat, user)] = (member, now + Remembered);
        return member;
    }

    private static long Number(ChatId chat) => long.Parse(chat.Chat, CultureInfo.InvariantCulture);
}
