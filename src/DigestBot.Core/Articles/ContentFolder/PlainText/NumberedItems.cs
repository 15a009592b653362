using System.Globalization;

namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Numbered lines that count on, one below the other: a list, whatever mark follows the number. Text parts headings.</summary>
internal static class NumberedItems
{
    /// <summary>The same lines, with those that are items of such a list known as items.</summary>
    public static List<TextLine> Mark(IReadOnlyList<TextLine> lines)
    {
        var marked = lines.ToList();
        for (var i = 1; i < lines.Count; i++)
        {
            if (!IsParted(lines[i - 1], lines[i]) && CountsOn(lines[i - 1].Text, lines[i].Text))
                (marked[i - 1], marked[i]) = (marked[i - 1] with { IsListItem = true }, marked[i] with { IsListItem = true });
        }

        return marked;
    }

    /// <summary>A blank line after lines that had none between them ends their list: the next number may be a heading's.</summary>
    private static bool IsParted(TextLine line, TextLine next) => next.AfterBlank && !line.AfterBlank;

    private static bool CountsOn(string text, string next)
    {
        var number = HeadingNumbers.Of(text);
        var following = HeadingNumbers.Of(next);
        var own = Last(number);
        var after = Last(following);
        return own.Length > 0 && after.Length > 0 && number[..^own.Length].SequenceEqual(following[..^after.Length]) && IsNext(own, after);
    }

    /// <summary>What counts in a number: the 2 of "1.2", the II of "BAB II".</summary>
    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> number) => number[(number.LastIndexOfAny('.', ' ') + 1)..];

    private static bool IsNext(ReadOnlySpan<char> number, ReadOnlySpan<char> following) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? int.TryParse(following, NumberStyles.None, CultureInfo.InvariantCulture, out var next) && next == value + 1
            : number is [var letter] && following is [var after] && after == letter + 1 || Roman(number) is > 0 and var roman && Roman(following) == roman + 1;

    /// <summary>The value of a Roman number of I to C; 0 where it is none.</summary>
    private static int Roman(ReadOnlySpan<char> number)
    {
        var (sum, last) = (0, 0);
        for (var i = number.Length - 1; i >= 0; i--)
        {
            var value = number[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (value == 0)
                return 0;
            sum += value < last ? -value : value;
            last = Math.Max(last, value);
        }

        return sum;
    }
}
