using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>The words that can name a thing in a stretch of a sentence.</summary>
internal readonly ref struct Nouns(ReadOnlySpan<ScannedWord> words, Vocabulary vocabulary)
{
    /// <summary>How many words before a demonstrative can name what it points at.</summary>
    public const int Longest = 3;

    private const int ShortestNoun = 3;

    private readonly ReadOnlySpan<ScannedWord> _words = words;
    private readonly Vocabulary _vocabulary = vocabulary;

    /// <summary>What the demonstrative at this place points at: in Indonesian named before it ("kota itu"), in English after it.</summary>
    public static Nouns PointedAtBy(int place, ReadOnlySpan<ScannedWord> sentence, Vocabulary vocabulary)
    {
        var (start, end) = FollowIt(vocabulary[sentence[place].Id]) ? (place + 1, place + 1 + Longest) : (place - Longest, place);
        return new Nouns(sentence[Math.Clamp(start, 0, sentence.Length)..Math.Min(end, sentence.Length)], vocabulary);
    }

    /// <summary>Whether the demonstrative stands before its noun, as English ones do.</summary>
    public static bool FollowIt(string demonstrative) => demonstrative is "that" or "these" or "those";

    /// <summary>Whether one of them stands there, too.</summary>
    public bool OccurIn(ReadOnlySpan<ScannedWord> words)
    {
        foreach (var word in _words)
        {
            if (_vocabulary[word.Id].Length < ShortestNoun || (_vocabulary.Traits(word.Id) & (WordTraits.Particle | WordTraits.Filler)) != 0) continue;
            foreach (var other in words)
                if (other.Id == word.Id) return true;
        }

        return false;
    }
}
