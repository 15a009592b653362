using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows a digest now: of an article, of the newest of a topic, or of the newest that this chat wants; of what it subscribes to, as the subscription has it.</summary>
internal sealed class DigestCommand(ArticleLibrary library, DigestBuilder builder, Looks looks, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "digest", ["ringkasan"], CommandAccess.Anyone, [new("what", "apa", Required: false, Suggestions.ArticleOrTopic)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var snapshot = library.Current;
        if (snapshot.Articles.Count == 0)
            return ArticleAnswers.NoArticles(context.Words);

        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        if (context.Arguments.Length == 0)
            return Newest(context, snapshot, subscriptions);

        var found = TargetFinder.Find(snapshot, context.Arguments);
        if (found.Items is not [var target])
            return ArticleAnswers.WhichTarget(snapshot, found, context.Arguments, Info.Name, context.Words);

        if (subscriptions.FirstOrDefault(subscription => subscription.Wants.Target == target.Target) is not { Wants: var wants })
            return Show(context, snapshot.Articles.First(article => TargetFinder.IsAimedAt(target, article)));

        return NewestWanted.Of(snapshot, wants) is { } selected ? Show(context, selected, wants) : Nothing(context, snapshot, wants);
    }

    /// <summary>The newest that a subscription of the chat wants; the newest of all where it wants none of them.</summary>
    private Answer Newest(CommandContext context, LibrarySnapshot snapshot, IReadOnlyList<Subscription> subscriptions)
    {
        foreach (var article in snapshot.Articles)
        {
            foreach (var subscription in subscriptions)
            {
                if (NewestWanted.Of(article, subscription.Wants) is { } selected)
                    return Show(context, selected, subscription.Wants);
            }
        }

        return Show(context, snapshot.Articles[0]);
    }

    private Answer Show(CommandContext context, Article article) =>
        new(DigestMessages.ForArticle(builder.Build(article, new DigestOptions()), context.Words, looks.For(context.Settings.Layout)));

    private Answer Show(CommandContext context, SelectedArticle selected, Wants wants) =>
        new(DigestMessages.ForPost(new DigestPost([Posts.Posted(selected, wants, builder)], []) { Look = looks.For(context.Settings.Layout) }, context.Words));

    private static Answer Nothing(CommandContext context, LibrarySnapshot snapshot, Wants wants)
    {
        var words = context.Words;
        return Answer.Of(
            words.Paragraph("Digest_Nothing", TargetFinder.LabelOf(wants, snapshot, words)),
            words.Paragraph("Wants_Contents", string.Join(" · ", WantsWords.Of(wants, words))))
            .With([new Button(words["Button_Preview"], $"preview {wants.TargetKey}"), new Button(words["Button_Articles"], "articles")]);
    }
}
