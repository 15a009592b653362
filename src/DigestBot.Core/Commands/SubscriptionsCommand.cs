using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows what the chat is subscribed to and when it comes.</summary>
internal sealed class SubscriptionsCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    /// <summary>So many have a button each that ends them; of more, each has one that opens it.</summary>
    private const int FewEnough = 4;

    private const int PageSize = 8;

    public CommandInfo Info { get; } = new("subscriptions", ["langgananku"], CommandAccess.Anyone, []) { IsAboutChat = true };

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        var next = NextDigest.Line(subscriptions, context.Settings, words);
        if (subscriptions.Count == 0)
            return Answer.Of(next).With([new Button(words["Button_Subscribe"], "subscribe"), new Button(words["Button_Articles"], "articles")]);

        var number = int.TryParse(context.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var page = Paging.Page([.. subscriptions.Index()], number, PageSize);
        List<Block> blocks = [new TitleBlock(words["Subscriptions_Title"]), .. page.Items.Select(item => Line(item.Index + 1, item.Item, snapshot, words))];
        if (page.Of > 1)
            blocks.Add(new FooterBlock(ListMessages.Foot(words.Count("Subscriptions", subscriptions.Count), page, words)));
        blocks.Add(next);
        return (Answer.Of(blocks) with { Replaces = context.Request.IsButton && number > 0 }).With(
        [
            [new Button(words["Button_Schedule"], "schedule"), Toggle(context), new Button(words["Button_Settings"], "settings")],
            .. subscriptions.Count > FewEnough
                ? Paging.Rows(page.Items.Select(item => Open(item.Index + 1, item.Item)))
                : [[.. subscriptions.Select(subscription => UnsubscribeCommand.ButtonFor(subscription, snapshot, words))]],
            .. Paging.Turn(page, "subscriptions", words),
        ]);
    }

    private static Button Open(int number, Subscription subscription) =>
        new(number.ToString(CultureInfo.InvariantCulture), $"settings {subscription.Wants.TargetKey}");

    /// <summary>One subscription under the number by which commands take it.</summary>
    public static ItemBlock Line(int number, Subscription subscription, LibrarySnapshot snapshot, Words words) => new($"{number}.",
    [
        new Span(TargetFinder.LabelOf(subscription.Wants, snapshot, words), SpanStyle.Bold, IsQuoted: true),
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
