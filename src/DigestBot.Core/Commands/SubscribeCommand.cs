using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Subscribes the chat to everything, a topic or an article.</summary>
internal sealed class SubscribeCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "subscribe", ["langganan"], CommandAccess.Manager, [new("what", "apa", Required: false, Suggestions.ArticleOrTopic)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var snapshot = library.Current;
        var found = TargetFinder.Find(snapshot, context.Arguments);
        if (found is not [var target])
            return ArticleAnswers.WhichTarget(snapshot, found, context.Arguments, Info.Name, context.Words);

        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        var same = subscriptions.FirstOrDefault(subscription => subscription.Wants.Target == target.Target);
        if (same is not null || subscriptions.Any(subscription => Covers(subscription.Wants, target, snapshot)))
            return Already(context, snapshot, target, same is not null, subscriptions);

        await KeepLanguageAsync(context, cancellationToken);
        var added = await book.SubscribeAsync(context.Chat, target, null, cancellationToken);
        return Added(context, snapshot, added, [.. subscriptions, added]);
    }

    /// <summary>Posts come when nobody asks: they are in the language of whoever subscribed, until the chat chooses another.</summary>
    private async Task KeepLanguageAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Settings.Language is null && Words.TryFor(context.Request.Language) is { } words)
            await book.ChangeAsync(context.Settings with { Language = words.Language }, cancellationToken);
    }

    private static Answer Added(CommandContext context, LibrarySnapshot snapshot, Subscription added, IReadOnlyList<Subscription> all)
    {
        var words = context.Words;
        var label = TargetFinder.LabelOf(added.Wants, snapshot, words);
        List<Block> blocks =
        [
            words.Paragraph("Subscribe_Done", label, ScheduleWords.Of(added.Schedule, words)),
            words.Paragraph("Subscribe_First"),
        ];
        var doubled = all.Where(other => other != added && Covers(added.Wants, other.Wants, snapshot)).ToArray();
        if (doubled.Length > 0)
            blocks.Add(words.Paragraph("Subscribe_Doubled", string.Join(", ", doubled.Select(other => TargetFinder.LabelOf(other.Wants, snapshot, words)))));

        blocks.Add(NextDigest.Line(all, context.Settings, words));
        return Answer.Of(blocks).With(
            [new Button(words["Button_DigestNow"], $"digest {TargetFinder.KeyOf(added.Wants)}"), new Button(words["Button_Schedule"], "schedule")],
            [.. doubled.Take(3).Select(other => UnsubscribeCommand.ButtonFor(other, snapshot, words))]);
    }

    private static Answer Already(
        CommandContext context, LibrarySnapshot snapshot, Wants target, bool same, IReadOnlyList<Subscription> subscriptions)
    {
        var label = TargetFinder.LabelOf(target, snapshot, context.Words);
        return Answer.Of(
            context.Words.Paragraph(same ? "Subscribe_Already" : "Subscribe_Covered", label),
            NextDigest.Line(subscriptions, context.Settings, context.Words))
            .With([new Button(context.Words["Button_Subscriptions"], "subscriptions")]);
    }

    /// <summary>Whether all that the other would bring comes with this one already.</summary>
    private static bool Covers(Wants wants, Wants other, LibrarySnapshot snapshot)
    {
        if (wants.Target == other.Target || wants is not { Article: "", Serial: false, Include: [], Exclude: [], Sections: [], NotSections: [] })
            return false;

        return wants.Topic.Length == 0
            || (other.Article.Length > 0 && snapshot.Find(new ArticleId(other.Article)) is { } article && TargetFinder.IsAimedAt(wants, article));
    }
}
