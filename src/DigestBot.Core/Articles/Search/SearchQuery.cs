namespace DigestBot.Articles.Search;

/// <summary>
/// What somebody looks for: a few words that hold letters and digits and nothing else. A text that begins so counts too,
/// where a word has three letters or more: "ekonomi" finds "ekonominya".
/// </summary>
/// <param name="Words">Each once, in the order of typing; as <see cref="SearchText.Words"/> makes them.</param>
public sealed record SearchQuery(IReadOnlyList<string> Words)
{
    /// <summary>Words that stand everywhere and tell nothing.</summary>
    private static readonly WordSet Small = new("""
        yang dan di ke dari untuk dengan pada dalam ini itu adalah atau oleh
        the of and to in is that for it on with as are be by at from or an a
        """);

    private const int MostWords = 8;
    private const int LongestText = 300;
    private const int ShortestBeginning = 3;

    /// <summary>Reads what was typed. Small words such as "yang" and "the" count only where there are no others.</summary>
    public static SearchQuery Parse(string text)
    {
        var words = SearchText.Words(text.Length > LongestText ? text[..LongestText] : text).Distinct().ToArray();
        var telling = words.Where(word => !Small.Contains(word)).ToArray();
        return new SearchQuery([.. (telling.Length > 0 ? telling : words).Take(MostWords)]);
    }

    /// <summary>Whether longer words that begin like this one are found too.</summary>
    public static bool IsBeginning(string word) => word.Length >= ShortestBeginning;

    /// <summary>How many of the words a text has.</summary>
    internal int CountIn(string text)
    {
        var words = SearchText.Words(text).ToArray();
        return Words.Count(wanted => words.Any(word => IsBeginning(wanted) ? word.StartsWith(wanted, StringComparison.Ordinal) : word == wanted));
    }
}
