using DigestBot.Chats;

namespace DigestBot.Support;

/// <summary>A platform that remembers what it was given and answers as a test tells it to; it takes everything by default.</summary>
internal sealed class FakePlatform(string name, TimeProvider time) : IChatPlatform
{
    private readonly Lock _lock = new();
    private readonly List<SentPart> _sent = [];
    private int _underWay;

    public string Name => name;

    public SendLimits Limits { get; set; } = new() { PerSecond = 1000 };

    public Func<ChatId, bool> Groups { get; set; } = _ => false;

    /// <summary>What becomes of a send; the first argument is what was asked, the second how many times this nonce has been seen before.</summary>
    public Func<SentPart, int, CancellationToken, Task<SendOutcome>> Answer { get; set; } =
        (part, _, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + part.Nonce));

    public int Renderings { get; private set; }

    public int MostUnderWay { get; private set; }

    /// <summary>Every request, in order.</summary>
    public IReadOnlyList<SentPart> Requests
    {
        get
        {
            lock (_lock)
                return [.. _sent];
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
                return _sent.Count;
        }
    }

    public bool IsGroup(ChatId chat) => Groups(chat);

    public IReadOnlyList<string> Render(Message message)
    {
        Renderings++;
        return [PlainTextOf(message)];
    }

    public async Task<SendOutcome> SendAsync(ChatId chat, string part, string nonce, CancellationToken cancellationToken)
    {
        var request = new SentPart(chat, part, nonce, time.GetUtcNow());
        int before;
        lock (_lock)
        {
            before = _sent.Count(earlier => earlier.Nonce == nonce);
            _sent.Add(request);
            MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
        }

        try
        {
            return await Answer(request, before, cancellationToken);
        }
        finally
        {
            lock (_lock)
                _underWay--;
        }
    }

    private static string PlainTextOf(Message message) => string.Join('\n', message.Blocks.Select(block => block switch
    {
        TitleBlock title => title.Text,
        SectionBlock section => section.Heading + ": " + string.Join(' ', section.Sentences),
        _ => block.ToString(),
    }));
}

/// <summary>One request to the fake platform.</summary>
internal sealed record SentPart(ChatId Chat, string Part, string Nonce, DateTimeOffset At);
