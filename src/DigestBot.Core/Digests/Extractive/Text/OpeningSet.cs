namespace DigestBot.Digests.Extractive.Text;

/// <summary>Words and phrases that a sentence may begin with, found by their first letter.</summary>
internal sealed class OpeningSet
{
    private readonly StringComparison _comparison;
    private readonly string[][] _byInitial;

    public OpeningSet(StringComparison comparison, params IReadOnlyList<string> openings)
    {
        _comparison = comparison;
        _byInitial = [.. Enumerable.Range('A', 26).Select(initial =>
            openings.Where(opening => char.ToUpperInvariant(opening[0]) == initial).OrderByDescending(opening => opening.Length).ToArray())];
    }

    /// <summary>How long the longest is that the sentence begins with, as whole words; zero where there is none.</summary>
    public int LengthIn(ReadOnlySpan<char> sentence)
    {
        if (sentence.IsEmpty || !char.IsAsciiLetter(sentence[0])) return 0;
        foreach (var opening in _byInitial[(sentence[0] | ' ') - 'a'])
            if (sentence.StartsWith(opening, _comparison) && EndsWord(sentence, opening.Length)) return opening.Length;
        return 0;
    }

    private static bool EndsWord(ReadOnlySpan<char> sentence, int end) =>
        end == sentence.Length || !(char.IsLetterOrDigit(sentence[end]) || sentence[end] == '_');
}
