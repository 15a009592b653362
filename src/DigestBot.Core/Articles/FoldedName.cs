using System.Text;

namespace DigestBot.Articles;

/// <summary>A name as it is compared: letters and digits alone, lower-cased, and where its words begin.</summary>
internal sealed class FoldedName
{
    private const int LongestCompared = 160;
    private readonly List<int> _wordStarts = [];

    public FoldedName(string text)
    {
        Text = text;
        var letters = new StringBuilder(Math.Min(text.Length, LongestCompared));
        var inWord = false;
        foreach (var written in text.Length > LongestCompared ? text.AsSpan(0, LongestCompared) : text)
        {
            var character = ScriptDigits.Plain(written);
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                if (!inWord)
                    _wordStarts.Add(letters.Length);
                letters.Append(char.ToLowerInvariant(character));
                inWord = true;
            }
            else
            {
                inWord = false;
            }
        }

        Letters = letters.ToString();
    }

    public string Text { get; }

    public string Letters { get; }

    public string FirstWord => _wordStarts.Count > 1 ? Letters[.._wordStarts[1]] : Letters;

    public bool ContainsAtWordStart(FoldedName wanted) =>
        _wordStarts.Exists(start => Letters.AsSpan(start).StartsWith(wanted.Letters, StringComparison.Ordinal));

    /// <summary>Whether the words of the other stand in it, whole and in a row.</summary>
    public bool HasWordsOf(FoldedName other) => other.Letters.Length > 0 && _wordStarts.Exists(start =>
        Letters.AsSpan(start).StartsWith(other.Letters, StringComparison.Ordinal) &&
        (start + other.Letters.Length == Letters.Length || _wordStarts.Contains(start + other.Letters.Length)));

    /// <summary>
    /// The fewest spelling errors between what is wanted and the whole name, its beginning at a word's end, or a run of as
    /// many words; more than <paramref name="most"/> where there are more.
    /// </summary>
    public int DistanceTo(FoldedName wanted, int most)
    {
        var least = Spelling.Distance(Letters, wanted.Letters, most);
        for (var first = 0; first < _wordStarts.Count && least > 0; first++)
        {
            for (var next = first + 1; next <= _wordStarts.Count; next++)
            {
                var end = next == _wordStarts.Count ? Letters.Length : _wordStarts[next];
                var length = end - _wordStarts[first];
                if (length > wanted.Letters.Length + most)
                    break;

                if (length >= wanted.Letters.Length - most)
                    least = Math.Min(least, Spelling.Distance(Letters.AsSpan(_wordStarts[first], length), wanted.Letters, most));
            }
        }

        return least;
    }
}
