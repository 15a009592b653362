using DigestBot.Chats;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary>Who is served at all, and how much: the same on every platform, before anything is run.</summary>
public sealed class CommandGate(
    IOptions<AccessOptions> access, IOptions<OperatorsOptions> operators, IOptions<CommandLimitOptions> limits, Forums forums, TimeProvider time)
{
    private const int StrangersToldPerMinute = 1;

    private readonly CommandBuckets _users = new(limits.Value.PerUserPerMinute, time);
    private readonly CommandBuckets _chats = new(limits.Value.PerChatPerMinute, time);
    private readonly CommandBuckets _strangers = new(StrangersToldPerMinute, time);

    /// <summary>Whether somebody who asks somewhere is served: in a post that stands for its forum as in the forum.</summary>
    internal async ValueTask<bool> ServesAsync(ChatId chat, ChatId? parent, string user, CancellationToken cancellationToken) =>
        Serves(chat, user) || (parent is { } forum && Serves(forum, user) && await forums.IsStoodForAsync(forum, cancellationToken));

    /// <summary>The text that is said instead of an answer, empty for silence; null where the request is answered.</summary>
    internal async ValueTask<Func<Words, Message>?> RefusalAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.IsLocal || operators.Value.Include(request.Chat.Platform, request.User))
            return null;

        if (!await ServesAsync(request.Chat, request.Parent, request.User, cancellationToken))
        {
            var address = new ChatId(request.Chat.Platform, request.Chat.Chat).ToString();
            return _strangers.Take(address) is null ? words => new Message([words.Paragraph("Refused_Stranger", address)]) : Silence;
        }

        var wait = _users.Take($"{request.Chat.Platform}:{request.User}") ?? _chats.Take(request.Chat.ToString());
        return wait is not { } left ? null
            : left == TimeSpan.Zero ? Silence
            : words => new Message([words.Paragraph("Limited", (int)Math.Ceiling(left.TotalSeconds))]);
    }

    private bool Serves(ChatId chat, string user) =>
        access.Value.Serves(chat.Platform, chat.Chat, user) || operators.Value.Include(chat.Platform, user);

    private static Message Silence(Words words) => new([]);
}
