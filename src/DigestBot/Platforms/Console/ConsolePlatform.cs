using DigestBot.Chats;

namespace DigestBot.Platforms.Console;

/// <summary>The terminal as a chat: what falls due appears in it.</summary>
internal sealed class ConsolePlatform(Terminal terminal) : IChatPlatform
{
    /// <summary>The one chat there is.</summary>
    public static ChatId Chat { get; } = new("console", "local");

    private readonly ConsoleRenderer _renderer = new(terminal.IsInteractive);

    public string Name => Chat.Platform;

    public SendLimits Limits { get; } = new() { PerSecond = 1000, InFlight = 1 };

    public bool IsGroup(ChatId chat) => false;

    public IReadOnlyList<string> Render(Message message) => [_renderer.Render(message)];

    public Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        terminal.Write(part);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(nonce));
    }
}
