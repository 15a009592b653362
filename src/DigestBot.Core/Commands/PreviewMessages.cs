using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Delivery;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Puts into words which articles the next digest would hold, and why not the others.</summary>
internal static class PreviewMessages
{
    private const int PageSize = 12;
    private const int MostOthers = 4;

    public static Message Of(
        Subscription subscription, Selection selection, int page, IReadOnlyList<Subscription> all, CommandContext context, LibrarySnapshot snapshot)
    {
        var words = context.Words;
        var shown = Paging.Page(InOrder(selection), page, PageSize);
        var posted = selection.Full.Count + selection.Brief.Count;
        List<Block> blocks =
        [
            new TitleBlock(words.Format("Preview_Title", TargetFinder.LabelOf(subscription.Wants, snapshot, words))),
            posted == 0 ? words.Paragraph("Preview_Nothing") : words.Paragraph("Preview_Posted", posted, selection.Verdicts.Count),
        ];
        var contents = string.Join(" · ", WantsWords.Of(subscription.Wants, words));
        if (contents.Length > 0)
            blocks.Add(words.Paragraph("Wants_Contents", contents));
        blocks.AddRange(shown.Items.Select(verdict => Line(verdict, selection, words)));
        if (shown.Of > 1)
            blocks.Add(new FooterBlock(words.Format("Page", shown.Number, shown.Of)));
        blocks.Add(NextDigest.Line([subscription], context.Settings, words));

        var key = subscription.Wants.TargetKey;
        var others = all.Where(other => other != subscription).Take(MostOthers).Select(other => ButtonFor(other, snapshot, words));
        IReadOnlyList<Button> contentsRow = posted > 0 ? [new Button(words["Button_PreviewContents"], $"preview {key} isi")] : [];
        return new Message(blocks)
        {
            Buttons = [.. new[] { contentsRow }.Where(row => row.Count > 0), .. Paging.Turn(shown, $"preview {key}", words), .. others.Select(button => new[] { button })],
        };
    }

    /// <summary>A button that shows what another subscription would get.</summary>
    public static Button ButtonFor(Subscription subscription, LibrarySnapshot snapshot, Words words)
    {
        var label = words.Format("Preview_Title", TargetFinder.LabelOf(subscription.Wants, snapshot, words));
        return new Button(Labels.Short(label, 40), $"preview {subscription.Wants.TargetKey}");
    }

    /// <summary>What is posted in its order, then what the subscription is about, then the rest.</summary>
    private static IReadOnlyList<Verdict> InOrder(Selection selection)
    {
        var posted = selection.Full.Select(article => article.Article).Concat(selection.Brief).Index().ToDictionary(article => article.Item, article => article.Index);
        return
        [
            .. selection.Verdicts.OrderBy(verdict => posted.TryGetValue(verdict.Article, out var place) ? place
                : verdict.Reason is SelectionReason.OtherTopic or SelectionReason.OtherArticle ? int.MaxValue
                : posted.Count),
        ];
    }

    private static ItemBlock Line(Verdict verdict, Selection selection, Words words)
    {
        var isPosted = verdict.Reason is SelectionReason.New or SelectionReason.Updated or SelectionReason.NextInSerial;
        return new ItemBlock(isPosted ? "✓" : "–",
        [
            new Span(verdict.Article.Title, isPosted ? SpanStyle.Bold : SpanStyle.Plain, IsQuoted: true),
            new Span(" · " + Reason(verdict, selection, words)),
        ]);
    }

    private static string Reason(Verdict verdict, Selection selection, Words words)
    {
        var full = selection.Full.FirstOrDefault(article => article.Article == verdict.Article);
        var all = verdict.Article.Units.Count();
        var reason = verdict.Reason switch
        {
            SelectionReason.FilteredByWord => words.Format("Reason_FilteredByWord", verdict.Word),
            SelectionReason.NextInSerial when full is { Units: [var unit] } =>
                words.Format("Reason_NextInSerial", string.Create(CultureInfo.InvariantCulture, $"{unit + 1}/{all}")),
            SelectionReason.Updated when full is not null => words.Format("Reason_Updated", UpdateWords.Of(verdict.Article, full.Units, words)),
            SelectionReason.Updated => words["Reason_UpdatedBrief"],
            var other => words[$"Reason_{other}"],
        };
        return selection.Brief.Contains(verdict.Article) ? $"{reason}, {words["Reason_Brief"]}" : reason;
    }
}
