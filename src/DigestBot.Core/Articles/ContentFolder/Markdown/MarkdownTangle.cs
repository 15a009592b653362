using System.Buffers;

namespace DigestBot.Articles.ContentFolder.Markdown;

/// <summary>
/// Looks at the marks before a parser does: thousands of brackets or stars in one block, or of columns in one table, cost it
/// time that grows with the square of their number.
/// </summary>
internal static class MarkdownTangle
{
    /// <summary>The most marks in one paragraph or item; the richest prose has a few hundred.</summary>
    public const int MostMarks = 10_000;

    /// <summary>The most columns of a table.</summary>
    public const int MostColumns = 250;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_~<`");

    /// <summary>Whether the text holds more of either. One pass, nothing kept but counts.</summary>
    public static bool Is(string text)
    {
        var marks = 0;
        var isFenced = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimStart();
            if (line.StartsWith("```") || line.StartsWith("~~~"))
                isFenced = !isFenced;
            if (line.IsEmpty || IsItem(line))
                marks = 0;
            if (isFenced)
                continue;

            marks += CountMarks(line);
            if (marks > MostMarks || line.Count('|') > MostColumns)
                return true;
        }

        return false;
    }

    private static bool IsItem(ReadOnlySpan<char> line) => line is ['-' or '*' or '+', ' ', ..] || char.IsAsciiDigit(line[0]) && line.ContainsAny('.', ')');

    private static int CountMarks(ReadOnlySpan<char> line)
    {
        var count = 0;
        while (line.IndexOfAny(Marks) is >= 0 and var at)
        {
            count++;
            line = line[(at + 1)..];
        }

        return count;
    }
}
