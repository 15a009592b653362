using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Selection;

/// <summary>
/// What a sentence loses that can be understood alone but reads as torn out: "Akibatnya, ...", "Kota itu ...", "Di peta,
/// bentuknya ...". Weighed by reading Indonesian sections and news; the README of the benchmarks says what it does to ROUGE.
/// </summary>
internal sealed class Leaning(Unit unit)
{
    /// <summary>Sections are read one by one, so each must stand by itself.</summary>
    private const double InSections = 2;

    /// <summary>Flat news is told from the top, and what it points at is mostly what its digest begins with.</summary>
    private const double InNews = 0.3;

    /// <summary>How far back the subject of a text stays in mind.</summary>
    private const int Reach = 3;

    private readonly double _weight = WeightIn(unit);

    /// <summary>The loss at this place, given which sentences stand in the digest so far and that the one before is not among them.</summary>
    public double At(int place, bool[] chosen)
    {
        if (_weight == 0 || (place == 0 && !unit.Frame.IsHeaded)) return 0;
        var sentence = unit.Sentences[place];
        var leans = sentence.Is(SentenceTraits.LeansBack)
            || (sentence.Is(SentenceTraits.LacksOwner) && !IsNear(place, chosen))
            || (sentence.Is(SentenceTraits.PointsAtThing) && !(unit.Frame.HasSections ? IsNamed(place, chosen) : IsNear(place, chosen)));
        return leans ? _weight : 0;
    }

    /// <summary>An abstract is left as the network chooses: its "these results" cost a reader nothing.</summary>
    private static double WeightIn(Unit unit) => unit.Frame.HasSections ? InSections : InNews * (1 - unit.Abstract);

    private static bool IsNear(int place, bool[] chosen) => chosen.AsSpan(Math.Max(0, place - Reach)..place).Contains(true);

    /// <summary>
    /// Whether what the sentence points at is named by a sentence that stands before it in the digest, and no other thing is
    /// brought in by one between them that is left out.
    /// </summary>
    private bool IsNamed(int place, bool[] chosen)
    {
        var words = unit.WordsOf(place);
        for (var at = 1; at < words.Length; at++)
        {
            if ((unit.Vocabulary.Traits(words[at].Id) & WordTraits.Demonstrative) == 0) continue;
            var nouns = Nouns.PointedAtBy(at, words, unit.Vocabulary);
            for (var earlier = place - 1; earlier >= 0; earlier--)
            {
                if (chosen[earlier] && nouns.OccurIn(unit.WordsOf(earlier))) return true;
                if (!chosen[earlier] && Introductions.Make(unit.WordsOf(earlier), nouns, unit.Vocabulary)) break;
            }
        }

        return false;
    }
}
