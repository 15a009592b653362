using DigestBot.Chats;

namespace DigestBot.Benchmarks.Delivery.Clocks;

/// <summary>Digests are put on record for it; nothing is sent.</summary>
internal sealed class SilentPlatform : IChatPlatform
{
    public const string PlatformName = "silent";

    public string Name => PlatformName;

    public SendLimits Limits { get; } = new() { PerSecond = 1 };

    public bool IsGroup(ChatId chat) => false;

    public IReadOnlyList<string> Render(Message message) => ["a digest"];

    public Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken) =>
        throw new NotSupportedException("no lane runs here");
}
