using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows a digest now: of an article, of the newest of a topic, or of the newest that this chat wants.</summary>
internal sealed class DigestCommand(ArticleLibrary library, DigestBuilder builder, Looks looks, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "digest", ["ringkasan"], CommandAccess.Anyone, [new("what", "apa", Required: false, Suggestions.ArticleOrTopic)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var snapshot = library.Current;
        if (snapshot.Articles.Count == 0)
            return ArticleAnswers.NoArticles(context.Words);

        if (context.Arguments.Length == 0)
            return Show(context, Newest(snapshot, await book.ListAsync(context.Chat, cancellationToken)));

        var found = TargetFinder.Find(snapshot, context.Arguments);
        return found.Items is [var target]
            ? Show(context, snapshot.Articles.First(article => TargetFinder.IsAimedAt(target, article)))
            : ArticleAnswers.WhichTarget(snapshot, found, context.Arguments, Info.Name, context.Words);
    }

    private Answer Show(CommandContext context, Article article) =>
        new(DigestMessages.ForArticle(builder.Build(article, new DigestOptions()), context.Words, looks.For(context.Settings.Layout)));

    /// <summary>The newest that a subscription of the chat wants; the newest of all where it wants none of them.</summary>
    private static Article Newest(LibrarySnapshot snapshot, IReadOnlyList<Subscription> subscriptions) =>
        snapshot.Articles.FirstOrDefault(article => subscriptions.Any(subscription => TargetFinder.IsWanted(subscription.Wants, article)))
        ?? snapshot.Articles[0];
}
