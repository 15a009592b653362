using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>"Sebuah tiruan dibangun ...": after a sentence that brings in another thing, "kapal itu" need not be the ship named before it.</summary>
internal static class Introductions
{
    private const int ReachOfNoun = 2;

    /// <summary>Whether a sentence brings in another thing that may be pointed at by these nouns. One that names the same thing again does not.</summary>
    public static bool Make(ReadOnlySpan<ScannedWord> sentence, Nouns nouns, Vocabulary vocabulary)
    {
        var isNamed = nouns.OccurIn(sentence);
        for (var place = 0; place < sentence.Length; place++)
        {
            if ((vocabulary.Traits(sentence[place].Id) & WordTraits.Introduces) == 0) continue;
            var introduced = sentence[(place + 1)..Math.Min(place + 1 + ReachOfNoun, sentence.Length)];
            if (!isNamed || nouns.OccurIn(introduced)) return true;
        }

        return false;
    }
}
