using DigestBot.Chats;

namespace DigestBot.PlantedFaults;

/// <summary>A send whose answer never came is sent again at once, as many a library does, and the ledger does not hear of it.</summary>
internal sealed class RetryingPlatform(IChatPlatform own) : IChatPlatform
{
    public string Name => own.Name;

    public SendLimits Limits => own.Limits;

    public bool IsGroup(ChatId chat) => own.IsGroup(chat);

    public IReadOnlyList<string> Render(Message message) => own.Render(message);

    public async Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        var outcome = await own.SendAsync(chat, part, nonce, cancellationToken);
        return outcome is SendOutcome.Unknown ? await own.SendAsync(chat, part, nonce, cancellationToken) : outcome;
    }
}
