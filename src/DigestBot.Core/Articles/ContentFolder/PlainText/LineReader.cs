namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Reads a plain text into lines: folded, the empty ones gone, underlining and separators understood.</summary>
internal static class LineReader
{
    private const int LongestUnderlined = 120;

    public static List<TextLine> Read(string text)
    {
        var lines = new List<TextLine>();
        var afterBlank = true;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var raw = text.AsSpan(range).Trim();
            if (raw.Length == 0)
            {
                afterBlank = true;
                EndBlock(lines);
            }
            else if (IsRule(raw))
            {
                if (!afterBlank && raw[0] is '=' or '-' or '~' && lines is [.., { AfterBlank: true, IsEnded: false } above] && above.Text.Length <= LongestUnderlined)
                    lines[^1] = above with { IsUnderlined = true };
                afterBlank = true;
                EndBlock(lines);
            }
            else
            {
                lines.Add(new TextLine(WhiteSpace.Fold(raw.ToString()), afterBlank) { IsTabular = IsTabular(raw) });
                afterBlank = false;
            }
        }

        return lines;
    }

    private static void EndBlock(List<TextLine> lines)
    {
        if (lines is [.., { BeforeBlank: false } last])
            lines[^1] = last with { BeforeBlank = true };
    }

    /// <summary>A line of nothing but one drawn character: it underlines the line above or parts two pieces of text.</summary>
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var drawn = line[0];
        if (drawn is not ('=' or '-' or '~' or '*' or '_' or '#' or '+' or '—' or '–'))
            return false;

        var count = 0;
        foreach (var character in line)
        {
            if (character == drawn)
                count++;
            else if (character != ' ')
                return false;
        }

        return count >= 3;
    }

    private static bool IsTabular(ReadOnlySpan<char> line) => line.ContainsAny('\t', '|') || line.Contains("   ", StringComparison.Ordinal);
}
