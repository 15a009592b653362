using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Support;

/// <summary>
/// A chat with the whole bot behind it, but for its world: articles, store and clock are the test's. It is Monday
/// 23 November 2026, 12:00 in Jakarta.
/// </summary>
internal sealed class TestChat : IDisposable
{
    private readonly ServiceProvider _services;

    private TestChat(IEnumerable<Article> articles, Action<IServiceCollection>? more)
    {
        Source.Articles.AddRange(articles);
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ISubscriptionStore>(Store)
            .AddSingleton<IDeliveryLedger>(Ledger)
            .AddSingleton<IAnnouncementStore>(Announcements)
            .AddSingleton<IVoteStore>(Votes)
            .AddSingleton<DeliverySignal>()
            .AddSingleton<Announcer>()
            .AddSingleton<IChatPlatform>(new FakePlatform("test", Clock))
            .AddSingleton<IArticleSource>(Source)
            .AddSingleton<IEditionStore, FakeEditionStore>()
            .AddSingleton<IDigestEngine, FirstSentences>()
            .AddSingleton<DigestBuilder>()
            .AddSingleton<ArticleLibrary>()
            .AddSingleton<ISectionIndex, FakeSectionIndex>()
            .AddSingleton<ArticleSearch>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddOptions()
            .Configure<OperatorsOptions>(options => options.Users.Add("test:1"))
            .Configure<CommandLimitOptions>(options => (options.PerUserPerMinute, options.PerChatPerMinute) = (0, 0))
            .AddCommands();
        more?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));

    public FakeSubscriptionStore Store { get; } = new();

    public InMemoryLedger Ledger { get; } = new();

    public FakeAnnouncements Announcements { get; } = new();

    public FakeVotes Votes { get; } = new();

    public FakeSource Source { get; } = new();

    public ChatId Chat { get; set; } = new("test", "77");

    /// <summary>The channel or forum that the chat is a thread or a post of.</summary>
    public ChatId? Parent { get; set; }

    /// <summary>A file that comes with the next lines.</summary>
    public AttachedFile? File { get; set; }

    public string Language { get; set; } = "id";

    public bool IsPrivate { get; set; } = true;

    public bool CanManage { get; set; } = true;

    public string User { get; set; } = "2";

    public CommandDispatcher Dispatcher => _services.GetRequiredService<CommandDispatcher>();

    public Reactions Reactions => _services.GetRequiredService<Reactions>();

    public SubscriptionBook Book => _services.GetRequiredService<SubscriptionBook>();

    public LibrarySnapshot Library => _services.GetRequiredService<ArticleLibrary>().Current;

    /// <summary>A chat whose bot has just started: its articles are not read before <see cref="RefreshAsync"/>.</summary>
    public static TestChat JustStarted() => new(SmallArticles.All, null);

    public static Task<TestChat> OpenAsync(Action<IServiceCollection>? more = null) => OpenAsync(SmallArticles.All, more);

    public static async Task<TestChat> OpenAsync(IEnumerable<Article> articles, Action<IServiceCollection>? more = null)
    {
        var chat = new TestChat(articles, more);
        await chat.RefreshAsync();
        return chat;
    }

    /// <summary>Takes up what changed in <see cref="Source"/>.</summary>
    public async Task RefreshAsync()
    {
        await _services.GetRequiredService<ArticleLibrary>().RefreshAsync(TestContext.Current.CancellationToken);
        await _services.GetRequiredService<ArticleSearch>().FillAsync(Library, TestContext.Current.CancellationToken);
    }

    /// <summary>What the bot answers to a line, as plain text.</summary>
    public async Task<string> SayAsync(string line) => PlainText.Of((await AskAsync(line)).Message);

    /// <summary>What the bot answers to a line.</summary>
    public Task<Answer> AskAsync(string line) => Dispatcher.RunAsync(Request(line), TestContext.Current.CancellationToken);

    /// <summary>What the bot answers to a button.</summary>
    public Task<Answer> PressAsync(Button button) =>
        Dispatcher.RunAsync(Request(button.Action) with { IsButton = true }, TestContext.Current.CancellationToken);

    public CommandRequest Request(string line) => new()
    {
        Chat = Chat,
        Parent = Parent,
        File = File,
        User = User,
        Line = line,
        IsPrivate = IsPrivate,
        Language = Language,
        CanManage = _ => ValueTask.FromResult(CanManage),
    };

    public void Dispose()
    {
        _services.Dispose();
        Source.Dispose();
    }
}
