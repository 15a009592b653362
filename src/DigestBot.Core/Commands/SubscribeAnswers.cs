using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Delivery;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>What is said to somebody who subscribes.</summary>
internal static class SubscribeAnswers
{
    private const int MostStopButtons = 3;

    /// <summary>None fits, several do, or one is only a guess. A button repeats what else was typed; where that is too long, nothing is left out unsaid.</summary>
    public static Answer WhichTarget(LibrarySnapshot snapshot, NameMatch<Wants> found, WantsLine line, Words words)
    {
        if (line.Change.IsEmpty)
            return ArticleAnswers.WhichTarget(snapshot, found, line.Target, "subscribe", words);

        var targets = found.Items.Count > 0 ? found.Items : [.. snapshot.Topics.Select(topic => new Wants { Topic = topic })];
        var question = ArticleAnswers.Question(found, "None_Target", line.Target, words);
        var change = WantsWords.Typed(line.Change);
        Button[] buttons = [.. targets.Select(target => ButtonFor(target, $"subscribe {target.TargetKey} {change}", snapshot, words))];
        if (Array.TrueForAll(buttons, button => button.Action.Length > 0))
            return ArticleAnswers.Choose(question, buttons, words).ForAsker();

        var names = targets.Take(8).Select(target => new ItemBlock("•", [new Span(TargetFinder.LabelOf(target, snapshot, words), SpanStyle.Bold, IsQuoted: true)]));
        return Answer.Of([question, .. names, words.Paragraph("Wants_SayAgain")]).ForAsker();
    }

    public static Answer Already(
        CommandContext context, LibrarySnapshot snapshot, Subscription? same, Wants wants, IReadOnlyList<Subscription> subscriptions)
    {
        var words = context.Words;
        List<Block> blocks = [words.Paragraph(same is null ? "Subscribe_Covered" : "Subscribe_Already", TargetFinder.LabelOf(wants, snapshot, words))];
        AddContents(blocks, wants, words);
        blocks.Add(NextDigest.Line(subscriptions, context.Settings, words));
        return Answer.Of(blocks).With([new Button(words["Button_Subscriptions"], "subscriptions")]);
    }

    public static Answer Done(
        CommandContext context, LibrarySnapshot snapshot, Subscription stored, bool isNew, IReadOnlyList<Subscription> all, IReadOnlyList<Subscription> doubled)
    {
        var words = context.Words;
        var key = stored.Wants.TargetKey;
        List<Block> blocks =
        [
            words.Paragraph(isNew ? "Subscribe_Done" : "Subscribe_Changed", TargetFinder.LabelOf(stored.Wants, snapshot, words), ScheduleWords.Of(stored.Schedule, words)),
        ];
        AddContents(blocks, stored.Wants, words);
        blocks.AddRange(Missing(stored.Wants, snapshot).Select(name => words.Paragraph("Wants_NoSuchSection", name)));
        if (stored.Wants.Serial)
            blocks.Add(words.Paragraph("Subscribe_Serial"));
        else if (stored.Position is null)
            blocks.Add(words.Paragraph("Subscribe_First"));
        if (doubled.Count > 0)
            blocks.Add(words.Paragraph("Subscribe_Doubled", string.Join(", ", doubled.Select(other => TargetFinder.LabelOf(other.Wants, snapshot, words)))));

        blocks.Add(NextDigest.Line(all, context.Settings, words));
        return Answer.Of(blocks).With(
            [
                stored.Wants.Serial ? new Button(words["Button_SerialNext"], $"next {key}") : new Button(words["Button_DigestNow"], $"digest {key}"),
                new Button(words["Button_Schedule"], "schedule"),
                new Button(words["Button_Preview"], $"preview {key}"),
            ],
            [.. doubled.Take(MostStopButtons).Select(other => UnsubscribeCommand.ButtonFor(other, snapshot, words))]);
    }

    private static void AddContents(List<Block> blocks, Wants wants, Words words)
    {
        var contents = string.Join(" · ", WantsWords.Of(wants, words));
        if (contents.Length > 0)
            blocks.Add(words.Paragraph("Wants_Contents", contents));
    }

    /// <summary>Sections to hold to that no article at hand has: maybe misspelled, maybe still to come.</summary>
    private static IEnumerable<string> Missing(Wants wants, LibrarySnapshot snapshot)
    {
        var headings = snapshot.Articles.Where(article => TargetFinder.IsAimedAt(wants, article))
            .SelectMany(article => article.Sections.Select(section => section.Heading)).ToArray();
        return wants.Sections.Where(name => !headings.Any(heading => SectionFilter.IsIn(heading, name)));
    }

    /// <summary>Without an action where it would not fit.</summary>
    private static Button ButtonFor(Wants target, string action, LibrarySnapshot snapshot, Words words) =>
        ActionLine.Button(TargetFinder.LabelOf(target, snapshot, words), action, "");
}
