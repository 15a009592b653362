namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Whether the first line of a text is its title.</summary>
internal static class TitleLine
{
    private const int MostWords = 20;
    private const int FewestCharacters = 3;
    private const int MostCharacters = 160;

    /// <summary>By-lines and dates may stand between the title and the text; more than this is something else.</summary>
    private const int MostLinesBelow = 3;

    public static bool Is(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count < 2)
            return false;

        var first = lines[0];
        return (first.IsUnderlined || HasForm(first) && IsFollowedByText(lines)) && !HeadingNumbers.Has(first.Text) && !HeadingWords.IsOpening(first.Text);
    }

    /// <summary>Looser than a heading's: titles run longer, ask, exclaim, quote, and some are written all in lower case.</summary>
    private static bool HasForm(TextLine line) =>
        line.Words <= MostWords && line.Text.Length is >= FewestCharacters and <= MostCharacters && line.Text[0] is not ('(' or '[' or '{') && !line.IsTabular && !line.IsListItem && !OtherLines.IsOther(line) &&
        line.Text[^1] is not ('.' or ',' or ';' or ':' or '…' or '-' or '–' or '—') && Sentences.SentenceSplitter.Split(line.Text).Count == 1;

    private static bool IsFollowedByText(IReadOnlyList<TextLine> lines)
    {
        var below = 1;
        while (below < lines.Count && below <= MostLinesBelow && !lines[below].IsBody && OtherLines.IsOther(lines[below]))
            below++;
        if (below == lines.Count)
            return false;

        var next = lines[below];
        return next.IsBody && next.Text.Length > lines[0].Text.Length || lines[1].AfterBlank && below < lines.Count - 1 || IsHeadingOverText(lines, below);
    }

    /// <summary>"BAB I: PENDAHULUAN" may stand over "A. Latar Belakang" and that over the text.</summary>
    private static bool IsHeadingOverText(IReadOnlyList<TextLine> lines, int at)
    {
        var last = at;
        while (last < at + MostLinesBelow && last + 1 < lines.Count && HeadingNumbers.Has(lines[last].Text) && HeadingForms.Of(lines[last + 1]) != HeadingForm.None)
            last++;
        return last + 1 < lines.Count && lines[last + 1].IsBody && HeadingForms.Of(lines[last]) != HeadingForm.None;
    }
}
