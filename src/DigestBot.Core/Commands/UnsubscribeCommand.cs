using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Ends one subscription of the chat, or all of them.</summary>
internal sealed class UnsubscribeCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "unsubscribe", ["berhenti", "stop"], CommandAccess.Manager, [new("what", "apa", Required: false, Suggestions.Subscription)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        if (subscriptions.Count == 0)
            return Answer.Of(words.Paragraph("Next_None")).With([new Button(words["Button_Subscribe"], "subscribe")]);

        var found = context.Arguments.Length == 0
            ? TargetFinder.Sure(subscriptions)
            : TargetFinder.FindSubscription(subscriptions, snapshot, context.Arguments);
        var isSure = found is { Items.Count: 1, IsGuess: false };
        if (!isSure && !TargetFinder.IsEverything(context.Arguments))
            return Which(context, snapshot, subscriptions, found);

        var ended = isSure ? found.Items : subscriptions;
        foreach (var subscription in ended)
            await book.UnsubscribeAsync(subscription, cancellationToken);

        var left = await book.ListAsync(context.Chat, cancellationToken);
        var labels = string.Join(", ", ended.Select(subscription => TargetFinder.LabelOf(subscription.Wants, snapshot, words)));
        return Answer.Of(words.Paragraph("Unsubscribe_Done", labels), NextDigest.Line(left, context.Settings, words));
    }

    /// <summary>A button that ends a subscription.</summary>
    public static Button ButtonFor(Subscription subscription, LibrarySnapshot snapshot, Words words)
    {
        var label = words.Format("Button_Unsubscribe", TargetFinder.LabelOf(subscription.Wants, snapshot, words));
        return new Button(Labels.Short(label, 40), $"unsubscribe {subscription.Wants.TargetKey}");
    }

    private static Answer Which(
        CommandContext context, LibrarySnapshot snapshot, IReadOnlyList<Subscription> subscriptions, NameMatch<Subscription> found)
    {
        var question = found is { Items.Count: > 0, IsGuess: false }
            ? context.Words.Paragraph("Unsubscribe_Which")
            : ArticleAnswers.Question(found, "Unsubscribe_None", context.Arguments, context.Words);
        var buttons = (found.Items.Count > 0 ? found.Items : subscriptions).Select(subscription => ButtonFor(subscription, snapshot, context.Words));
        return ArticleAnswers.Choose(question, buttons, context.Words, new Button(context.Words["Button_Subscriptions"], "subscriptions"));
    }
}
