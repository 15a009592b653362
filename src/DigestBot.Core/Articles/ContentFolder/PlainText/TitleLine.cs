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
        line.Words <= MostWords && line.Text.Length is >= FewestCharacters and <= MostCharacters && line.Text[0] is not ('(' or '[' or '{') && !line.IsTabular && !line.IsListItem && !OtherLines.IsOther(line.Text) &&
        line.Text[^1] is not ('.' or ',' or ';' or ':' or '…' or '-' or '–' or '—') && Sentences.SentenceSplitter.Split(line.Text).Count == 1;

    private static bool IsFollowedByText(IReadOnlyList<TextLine> lines)
    {
        var below = 1;
        while (below < lines.Count && below <= MostLinesBelow && !lines[below].IsBody && OtherLines.IsOther(lines[below].Text))
            below++;
        if (below == lines.Count)
            return false;

        var next = lines[below];
        return next.IsBody && next.Text.Length > lines[0].Text.Length || lines[1].AfterBlank && below < lines.Count - 1 ||
            HeadingForms.Of(next) != HeadingForm.None && below + 1 < lines.Count && lines[below + 1].IsBody;
    }
}
