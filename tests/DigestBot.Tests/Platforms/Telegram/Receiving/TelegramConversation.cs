using System.Collections.Concurrent;
using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>A bot that listens on a simulator, with commands that say back what they were asked and stores in memory.</summary>
internal sealed class TelegramConversation : IAsyncDisposable
{
    private IHost _host = null!;

    private TelegramConversation(TelegramSimulator telegram) => Telegram = telegram;

    public TelegramSimulator Telegram { get; }

    public MemoryLedger Ledger { get; } = new();

    public MemoryStore Store { get; } = new();

    public ToldVotes Votes { get; } = new();

    /// <summary>Every command that ran, in order.</summary>
    public ConcurrentQueue<CommandRequest> Ran { get; } = new();

    public ListeningHealth Health => _host.Services.GetRequiredService<ListeningHealth>();

    public TelegramButtons Buttons => _host.Services.GetRequiredService<TelegramButtons>();

    /// <summary>What is set for the bot beside its token.</summary>
    private Action<IServiceCollection> Configure { get; init; } = _ => { };

    /// <summary>Settings beside those of every conversation.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    public static async Task<TelegramConversation> StartAsync(
        TelegramSimulator? telegram = null, Action<IServiceCollection>? configure = null, Dictionary<string, string?>? settings = null)
    {
        var conversation = new TelegramConversation(telegram ?? await TelegramSimulator.StartAsync())
        {
            Configure = configure ?? (_ => { }),
            Settings = settings ?? [],
        };
        await conversation.ListenAsync();
        return conversation;
    }

    /// <summary>Starts the bot, as after a restart: what it keeps in memory is new, its stores are the same.</summary>
    public async Task ListenAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Telegram:Token", Telegram.Token), new("Telegram:BaseUrl", Telegram.Url.ToString()), new("Telegram:PollSeconds", "2"),
        ]);
        builder.Configuration.AddInMemoryCollection(Settings);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System).AddSingleton<DeliverySignal>().AddSingleton<IDeliveryLedger>(Ledger);
        services.AddSingleton<PlatformHolds>().AddSingleton<IPinStore, MemoryPins>();
        services.AddSingleton<ISubscriptionStore>(Store).AddSingleton<IEditionStore>(Store).AddSingleton<SubscriptionBook>();
        services.AddSingleton<ArticleLibrary>().AddSingleton<ISectionIndex>(Store).AddSingleton<ArticleSearch>().AddSingleton<Suggester>().AddSingleton<CommandGate>().AddSingleton<Managing>().AddSingleton<Forums>().AddSingleton<CommandDispatcher>();
        services.AddSingleton<Reactions>().AddSingleton<IVoteStore>(Votes);
        services.AddSingleton<IChatCommand>(new SayBack("digest", "ringkasan", CommandAccess.Anyone, Ran));
        services.AddSingleton<IChatCommand>(new SayBack("subscribe", "langganan", CommandAccess.Manager, Ran));
        services.AddSingleton<IChatCommand>(new SayBack("sections", "bab", CommandAccess.Anyone, Ran) { Replaces = true });
        services.AddSingleton<IChatCommand>(new SayBack("section", "bagian", CommandAccess.Anyone, Ran));
        services.AddSingleton<IChatCommand>(new SayBack("preview", "pratinjau", CommandAccess.Anyone, Ran) { IsAskersAlone = true });
        services.AddSingleton<IChatCommand>(new SayBack("start", "mulai", CommandAccess.Anyone, Ran));
        Configure(services);
        builder.AddDigests();
        builder.AddTelegram();
        _host = builder.Build();
        await _host.Services.GetRequiredService<ArticleLibrary>().RefreshAsync(CancellationToken.None);
        _host.Services.GetRequiredService<PlatformHolds>().Take(TelegramPlatform.PlatformName);
        await _host.StartAsync();
        await UntilAsync(() => Telegram.Updates.Polls > 0 || Telegram.Updates.Webhook is not null);
    }

    public async Task StopAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    /// <summary>Waits for the answer to an update.</summary>
    public async Task<(string Request, ChatId Chat, string Text)> AnswerToAsync(long? update)
    {
        await UntilAsync(() => Ledger.Answers.Any(answer => answer.Request == $"telegram:{update}"));
        return Ledger.Answers.Single(answer => answer.Request == $"telegram:{update}");
    }

    /// <summary>Waits until the bot has confirmed all there was: what it did not answer by then it does not answer.</summary>
    public Task HandledAsync() => UntilAsync(() => Telegram.Updates.Waiting == 0);

    public async Task<LedgerEntry> CallAsync(string method) => (await Telegram.Ledger.WaitAsync(entry => entry.Method == method))[^1];

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(10, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Telegram.DisposeAsync();
    }

    private sealed class SayBack(string name, string alias, CommandAccess access, ConcurrentQueue<CommandRequest> ran) : IChatCommand
    {
        public CommandInfo Info { get; } = new(name, [alias], access, []);

        public bool Replaces { get; init; }

        public bool IsAskersAlone { get; init; }

        public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
        {
            ran.Enqueue(context.Request);
            var answer = Answer.Of(new TextBlock([new Span($"{name} {context.Arguments}")]));
            return Task.FromResult(answer with { Replaces = Replaces, IsAskersAlone = IsAskersAlone });
        }
    }
}
