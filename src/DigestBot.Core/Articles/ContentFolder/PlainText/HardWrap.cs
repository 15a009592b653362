namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Joins lines that an editor broke at a margin back into paragraphs.</summary>
internal static class HardWrap
{
    private const int Narrowest = 40;
    private const int Widest = 100;
    private const int FewestLines = 4;
    private const int FewestFull = 2;

    /// <summary>How much of the margin a line must leave free before its end is the writer's and not the editor's.</summary>
    private const double Filled = 0.85;

    /// <summary>The lines as they are, or the paragraphs that they were broken from.</summary>
    public static IReadOnlyList<TextLine> Undo(List<TextLine> lines) => IsWrapped(lines) ? Joined(lines) : lines;

    /// <summary>
    /// Over two fifths of the lines that can run to a margin do so without an end mark, and most of those go on in lower case.
    /// Headings between blank lines, items of lists and the last lines of paragraphs can't: a text of short paragraphs is full of them.
    /// </summary>
    private static bool IsWrapped(List<TextLine> lines)
    {
        var followed = 0;
        var full = 0;
        var continued = 0;
        for (var i = 0; i < lines.Count - 1; i++)
        {
            if (lines[i + 1].AfterBlank || lines[i].IsListItem || lines[i + 1].IsListItem)
                continue;

            followed++;
            if (lines[i].IsEnded || lines[i].Text.Length is < Narrowest or > Widest)
                continue;

            full++;
            if (char.IsLower(lines[i + 1].Text[0]))
                continued++;
        }

        return lines.Count >= FewestLines && full >= FewestFull && full * 5 > followed * 2 && continued * 2 >= full;
    }

    private static List<TextLine> Joined(List<TextLine> lines)
    {
        var margin = lines.Max(line => line.Text.Length <= Widest ? line.Text.Length : 0);
        var joined = new List<TextLine>();
        var paragraph = new List<TextLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && (!GoesOn(lines[i - 1], lines[i], margin) || StandsAlone(lines, i, margin)))
                Close(paragraph, joined);
            paragraph.Add(lines[i]);
        }

        Close(paragraph, joined);
        return joined;
    }

    private static bool GoesOn(TextLine line, TextLine next, int margin)
    {
        if (next.AfterBlank || line.IsUnderlined || next.IsListItem || next.IsTabular || line.IsTabular)
            return false;
        if (char.IsLower(next.Text[0]))
            return true;

        var word = next.Text.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? blank : next.Text.Length;
        return line.Text.Length + 1 + word > margin * Filled;
    }

    /// <summary>A heading whose line the margin did not break, after a sentence that happened to end near the margin.</summary>
    private static bool StandsAlone(List<TextLine> lines, int i, int margin) =>
        i + 1 < lines.Count && lines[i - 1].IsEnded && !GoesOn(lines[i], lines[i + 1], margin) && HeadingForms.Of(lines[i]) != HeadingForm.None;

    private static void Close(List<TextLine> paragraph, List<TextLine> joined)
    {
        if (paragraph.Count == 0)
            return;

        joined.Add(paragraph.Count == 1
            ? paragraph[0]
            : new TextLine(string.Join(' ', paragraph.Select(line => line.Text)), paragraph[0].AfterBlank) { IsTabular = paragraph[0].IsTabular, BeforeBlank = paragraph[^1].BeforeBlank });
        paragraph.Clear();
    }
}
