namespace DigestBot.Articles;

/// <summary>How far two spellings lie apart: letters put in, left out, exchanged, or two neighbours swapped.</summary>
public static class Spelling
{
    /// <summary>How many errors a word of this length may hold and still be recognised: none up to 3 letters, at most 3.</summary>
    public static int ErrorsAllowed(int length) => length switch
    {
        <= 3 => 0,
        <= 5 => 1,
        <= 9 => 2,
        _ => 3,
    };

    /// <summary>The number of errors between the two; <paramref name="most"/> + 1 where there are more.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;

        Span<int> rows = right.Length < 256 ? stackalloc int[3 * (right.Length + 1)] : new int[3 * (right.Length + 1)];
        var width = right.Length + 1;
        var beforeLast = rows[..width];
        var last = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var column = 0; column < width; column++)
            last[column] = column;

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return most + 1;

            var reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
        }

        return Math.Min(last[right.Length], most + 1);
    }
}
