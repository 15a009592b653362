namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Short lines in a row: a list, a poem or a table, and none of them heads anything.</summary>
internal static class ShortRuns
{
    /// <summary>So many headings may stand below each other before the text: of a part, a chapter, a section and what is in it.</summary>
    public const int DeepestHeading = 4;

    private const int Fewest = 3;

    /// <summary>For each line whether it is one of them.</summary>
    public static bool[] Find(IReadOnlyList<TextLine> lines)
    {
        var inRun = new bool[lines.Count];
        for (var start = 0; start < lines.Count;)
        {
            var end = start;
            while (end < lines.Count && lines[end] is { IsShort: true, IsUnderlined: false, IsListItem: false })
                end++;
            if (end - start >= Fewest)
                Array.Fill(inRun, true, start, end - HeadingsAtEnd(lines, start, end) - start);
            start = Math.Max(end, start + 1);
        }

        return inRun;
    }

    /// <summary>How many of the last lines before longer text are no part of a list, but a numbered heading with those above and below it.</summary>
    private static int HeadingsAtEnd(IReadOnlyList<TextLine> lines, int start, int end)
    {
        if (end == lines.Count)
            return 0;

        var first = end;
        while (first > start && (first == end || !HeadingNumbers.BeginWithPart(lines[first].Text)) && IsMarked(lines[first - 1].Text))
            first--;
        return end - first <= DeepestHeading && Enumerable.Range(first, end - first).Any(i => IsSurelyNumbered(lines[i].Text)) ? end - first : 0;
    }

    /// <summary>"II. Hasil", "2.1 Data", "BAB II"; "3 Tips Memilih Sepatu" counts what it names.</summary>
    private static bool IsSurelyNumbered(string text) => HeadingNumbers.BeginWithPart(text) || text.AsSpan(0, HeadingNumbers.Length(text)).Contains('.');

    private static bool IsMarked(string text) => HeadingNumbers.Has(text) || LetterCase.IsCapitals(text);
}
