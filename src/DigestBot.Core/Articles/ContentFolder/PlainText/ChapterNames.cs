namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Joins "BAB I" and the name that stands on the line below to one heading, as a list of contents would have it.</summary>
internal static class ChapterNames
{
    public static List<TextLine> Join(IReadOnlyList<TextLine> lines)
    {
        var joined = new List<TextLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i + 2 < lines.Count && IsNumberAlone(lines[i]) && IsName(lines[i + 1]))
            {
                joined.Add(Joined(lines[i], lines[i + 1]));
                i++;
            }
            else
            {
                joined.Add(lines[i]);
            }
        }

        return joined;
    }

    private static bool IsNumberAlone(TextLine line) =>
        !line.IsUnderlined && !line.IsListItem && HeadingNumbers.BeginWithPart(line.Text) && HeadingNumbers.Of(line.Text).Length == WithoutMark(line.Text).Length;

    private static bool IsName(TextLine line) => HeadingForms.Of(line) != HeadingForm.None && !HeadingNumbers.Has(line.Text) && !line.IsListItem;

    private static TextLine Joined(TextLine number, TextLine name) =>
        new($"{WithoutMark(number.Text)}: {name.Text}", number.AfterBlank) { BeforeBlank = name.BeforeBlank, IsUnderlined = name.IsUnderlined };

    private static string WithoutMark(string text) => text.TrimEnd('.', ':');
}
