using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Transcripts;

/// <summary>A chat with the real program, whose clock is moved and whose every message is read as its reader sees it.</summary>
internal abstract class TranscribedChat(string folder) : IAsyncDisposable
{
    private Child? _bot;

    protected TrialClock Clock { get; } = new(folder);

    protected Child Bot => _bot ?? throw new InvalidOperationException("the bot was not started");

    /// <summary>A command as a person gives it here.</summary>
    public virtual string Show(Ask ask) => ask.Typed;

    /// <summary>Gives a command; returns the answer.</summary>
    public abstract Task<string> AskAsync(Ask ask);

    /// <summary>Lets time pass until then; returns what is posted.</summary>
    public async Task<string> PostAtAsync(DateTimeOffset instant)
    {
        var post = NextAsync();
        Clock.Pass(instant.AddSeconds(1) - Clock.Now);
        return await post;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
    }

    /// <summary>The next message, which nobody asks for.</summary>
    protected abstract Task<string> NextAsync();

    protected void Start(IReadOnlyDictionary<string, string> settings)
    {
        Clock.Pass(Script.Evening - Clock.Now);
        Script.WriteArticle(folder);
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), "{}");
        var environment = new Dictionary<string, string>(Clock.Settings) { ["Articles__PollSeconds"] = "1" };
        foreach (var (key, value) in settings)
            environment[key] = value;
        _bot = Child.Start(Programs.Bot, [], folder, Path.Combine(folder, "bot.log"), environment);
    }

    /// <summary>Rows of buttons as they stand under a message.</summary>
    protected static string WithButtons(string text, IEnumerable<IEnumerable<string>> rows) =>
        string.Join('\n', [text, .. rows.Select(row => string.Join(' ', row.Select(label => $"[{label}]")))]);
}
