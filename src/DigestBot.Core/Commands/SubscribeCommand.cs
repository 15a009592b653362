using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;
using DigestBot.Subscriptions.Transfer;

namespace DigestBot.Commands;

/// <summary>Subscribes the chat to everything, a topic or an article, or changes what such a subscription holds.</summary>
internal sealed class SubscribeCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new("subscribe", ["langganan"], CommandAccess.Manager,
    [
        new("what", "apa", Required: false, Suggestions.ArticleOrTopic),
        new("sections", "bagian", Required: false) { Label = "sections:" },
        new("words", "kata", Required: false) { Label = "words:" },
        new("how", "cara", Required: false),
    ]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context = context with { Settings = await book.GoOnAsync(context.Settings, cancellationToken) };
        var (snapshot, words) = (library.Current, context.Words);
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        var (line, found) = Read(context.Arguments, snapshot, subscriptions);
        if (line.Problem is { } problem)
            return Answer.Of(words.Paragraph(problem.Key, Labels.Echo(problem.Word)), words.Paragraph("Wants_Usage")).ForAsker();

        if (found is not { Items: [var target], IsGuess: false })
            return SubscribeAnswers.WhichTarget(snapshot, found, line, words);

        var same = subscriptions.FirstOrDefault(subscription => subscription.Wants.Target == target.Target);
        var wants = line.Change.ApplyTo(same?.Wants ?? target);
        if (same is null ? Covering(wants, subscriptions, snapshot) is not null && line.Change.IsEmpty : same.Wants.Key == wants.Key)
            return SubscribeAnswers.Already(context, snapshot, same, wants, subscriptions);

        if (same is null && subscriptions.Count >= ChatFile.MostSubscriptions)
            return Answer.Of(words.Paragraph("Subscribe_TooMany", ChatFile.MostSubscriptions)).With([new Button(words["Button_Subscriptions"], "subscriptions")]);

        await KeepLanguageAsync(context, cancellationToken);
        var stored = await book.SubscribeAsync(context.Chat, wants, null, cancellationToken);
        IReadOnlyList<Subscription> all = same is null
            ? [.. subscriptions, stored]
            : [.. subscriptions.Select(subscription => subscription.Id == same.Id ? stored : subscription)];
        return SubscribeAnswers.Done(context, snapshot, stored, isNew: same is null, all, Doubled(stored, all, snapshot));
    }

    /// <summary>A name that holds a word of the grammar is a name; a subscription is found though its topic is empty for now.</summary>
    private static (WantsLine Line, NameMatch<Wants> Found) Read(
        string arguments, LibrarySnapshot snapshot, IReadOnlyList<Subscription> subscriptions)
    {
        if (TargetFinder.FindNamed(snapshot, arguments) is { } named)
            return (new WantsLine(arguments, new WantsChange(), null), TargetFinder.Sure(named));

        var line = WantsText.Parse(arguments, new KnownNames(snapshot));
        var keyed = subscriptions.FirstOrDefault(subscription => subscription.Wants.TargetKey == line.Target);
        return (line, keyed is not null ? TargetFinder.Sure(keyed.Wants) : TargetFinder.Find(snapshot, line.Target));
    }

    /// <summary>Posts come when nobody asks: they are in the language of whoever subscribed, until the chat chooses another.</summary>
    private async Task KeepLanguageAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Settings.Language is null && Words.TryFor(context.Request.Language) is { } words)
            await book.ChangeAsync(context.Settings with { Language = words.Language }, cancellationToken);
    }

    private static Subscription? Covering(Wants wants, IReadOnlyList<Subscription> subscriptions, LibrarySnapshot snapshot) =>
        subscriptions.FirstOrDefault(subscription => Covers(subscription.Wants, wants, snapshot));

    /// <summary>Other subscriptions whose contents come with this one too, or the other way about.</summary>
    private static Subscription[] Doubled(Subscription subscription, IReadOnlyList<Subscription> all, LibrarySnapshot snapshot) =>
    [
        .. all.Where(other => other != subscription &&
            (Covers(subscription.Wants, other.Wants, snapshot) || Covers(other.Wants, subscription.Wants, snapshot))),
    ];

    /// <summary>Whether all that the other would bring comes with this one already.</summary>
    private static bool Covers(Wants wants, Wants other, LibrarySnapshot snapshot)
    {
        if (wants.Target == other.Target || wants is not { Article: "", Serial: false, Include: [], Exclude: [], Sections: [], NotSections: [] })
            return false;

        return wants.Topic.Length == 0
            || (other.Article.Length > 0 && snapshot.Find(new ArticleId(other.Article)) is { } article && TargetFinder.IsAimedAt(wants, article));
    }
}
