using DigestBot.Chats;

namespace DigestBot.Scheduling;

/// <summary>Takes everything and remembers it.</summary>
internal sealed class RecordingPlatform(TimeProvider time) : IChatPlatform
{
    private readonly Lock _lock = new();
    private readonly List<(ChatId Chat, string Part, DateTimeOffset At)> _sent = [];

    public string Name => "recording";

    public SendLimits Limits { get; } = new() { PerSecond = 1000, ChatInterval = TimeSpan.FromSeconds(1) };

    public IReadOnlyList<(ChatId Chat, string Part, DateTimeOffset At)> Sent
    {
        get
        {
            lock (_lock)
                return [.. _sent];
        }
    }

    public bool IsGroup(ChatId chat) => false;

    /// <summary>Two parts: the titles, and the sections.</summary>
    public IReadOnlyList<string> Render(Message message) =>
    [
        string.Join(' ', message.Blocks.OfType<TitleBlock>().Select(title => title.Text)),
        string.Join(' ', message.Blocks.OfType<SectionBlock>().Select(section => section.Heading)),
    ];

    public Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        lock (_lock)
            _sent.Add((chat, part, time.GetUtcNow()));
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(nonce));
    }
}
