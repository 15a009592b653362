using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows what the chat is subscribed to and when it comes.</summary>
internal sealed class SubscriptionsCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    private const int MostButtons = 4;

    public CommandInfo Info { get; } = new("subscriptions", ["langgananku"], CommandAccess.Anyone, []) { IsAboutChat = true };

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        var next = NextDigest.Line(subscriptions, context.Settings, words);
        if (subscriptions.Count == 0)
            return Answer.Of(next).With([new Button(words["Button_Subscribe"], "subscribe"), new Button(words["Button_Articles"], "articles")]);

        var items = subscriptions.Index().Select(subscription => Line(subscription.Index + 1, subscription.Item, snapshot, words));
        List<Block> blocks = [new TitleBlock(words["Subscriptions_Title"]), .. items, next];
        return Answer.Of(blocks).With(
            [new Button(words["Button_Schedule"], "schedule"), Toggle(context), new Button(words["Button_Settings"], "settings")],
            [.. subscriptions.Take(MostButtons).Select(subscription => UnsubscribeCommand.ButtonFor(subscription, snapshot, words))]);
    }

    /// <summary>One subscription under the number by which commands take it.</summary>
    public static ItemBlock Line(int number, Subscription subscription, LibrarySnapshot snapshot, Words words) => new($"{number}.",
    [
        new Span(TargetFinder.LabelOf(subscription.Wants, snapshot, words), SpanStyle.Bold),
        new Span(string.Concat(Facts(subscription, snapshot, words).Select(fact => " · " + fact))),
    ]);

    /// <summary>When it comes and what it holds.</summary>
    private static IEnumerable<string> Facts(Subscription subscription, LibrarySnapshot snapshot, Words words) =>
    [
        ScheduleWords.Of(subscription.Schedule, words),
        .. WantsWords.Of(subscription.Wants, words),
        .. WantsWords.Progress(subscription, snapshot) is { } progress ? [progress] : Array.Empty<string>(),
    ];

    private static Button Toggle(CommandContext context) => context.Settings.Pause is null
        ? new Button(context.Words["Button_Pause"], "pause")
        : new Button(context.Words["Button_Resume"], "resume");
}
