using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>The smallest stretch of text that stays together where it can, and what joins it to the one before.</summary>
internal sealed record Prose(string Joint, IReadOnlyList<Span> Spans)
{
    public const string BetweenBlocks = "\n\n";
    public const string BetweenLines = "\n";
    public const string BetweenSlices = " ";

    public string Markdown { get; } = Markup.Of(Spans).Trim();

    /// <summary>A block as stretches; nothing where it says nothing.</summary>
    public static IEnumerable<Prose> Of(Block block, Block? before) => (block switch
    {
        TextBlock text => [new Prose(BetweenBlocks, text.Spans)],
        ItemBlock item => [new Prose(before is ItemBlock ? BetweenLines : BetweenBlocks, [new Span(item.Marker + " "), .. item.Spans])],
        SectionBlock section => OfSection(section),
        _ => Enumerable.Empty<Prose>(),
    }).Where(prose => prose.Markdown.Length > 0);

    /// <summary>A section's number and heading on one line; empty for the lead.</summary>
    public static string Heading(SectionBlock section) => InertText.CleanLine(section.Label);

    /// <summary>Cuts it into slices whose Markdown has at most so many UTF-16 units.</summary>
    public IEnumerable<Prose> Cut(int most)
    {
        var whole = string.Concat(Spans.Select(span => InertText.Clean(span.Text)));
        for (var start = 0; start < whole.Length;)
        {
            var (end, slice) = Slice(whole, start, most);
            if (slice.Markdown.Length > 0)
                yield return start == 0 ? slice : slice with { Joint = BetweenSlices };
            start = end;
        }
    }

    /// <summary>Marks make a text longer: what does not fit is cut shorter until it does.</summary>
    private (int End, Prose Slice) Slice(string whole, int start, int most)
    {
        for (var room = most; ; room -= Math.Max(1, room / 10))
        {
            var end = CutPoint.In(whole, start, Math.Max(1, room));
            var slice = new Prose(Joint, Within(start, end));
            if (slice.Markdown.Length <= most || room <= 1)
                return (end, slice);
        }
    }

    private List<Span> Within(int start, int end)
    {
        var slice = new List<Span>();
        var at = 0;
        foreach (var span in Spans)
        {
            var text = InertText.Clean(span.Text);
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, text.Length));
            if (to > from)
                slice.Add(span with { Text = text[from..to] });
            at += text.Length;
        }

        return slice;
    }

    private static IEnumerable<Prose> OfSection(SectionBlock section)
    {
        var sentences = section.Sentences.Select(InertText.CleanLine).Where(sentence => sentence.Length > 0).ToArray();
        var heading = Heading(section);
        List<Span> first = heading.Length == 0 ? [] : [new Span(heading, SpanStyle.Bold), new Span("\n")];
        if (sentences is [var opening, ..])
            first.Add(new Span(opening));
        yield return new Prose(BetweenBlocks, first);
        for (var at = 1; at < sentences.Length; at++)
            yield return new Prose(SentenceJoint.After(sentences[at - 1]), [new Span(sentences[at])]);
    }
}
