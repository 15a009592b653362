using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>The names, numbers, amounts and dates in the sentence.</summary>
internal static class NameFeatures
{
    public static Feature[] All { get; } =
    [
        New("digit", (unit, i) => unit.Sentences[i].Is(SentenceTraits.Digit) ? 1 : 0),
        New("caps", CapitalisedShare),
        New("ents", (unit, i) => Math.Min(unit.Names.Count[i], 10) / 10.0),
        New("entfrac", (unit, i) => unit.Names.Weight[i]),
        New("entnew", (unit, i) => Math.Min(unit.Names.New[i], 6) / 6.0),
        New("entseen", (unit, i) => Math.Min(unit.Names.Seen[i], 6) / 6.0),
        New("ndig", (unit, i) => Math.Min(unit.Names.Numbers[i], 5) / 5.0),
        New("money", (unit, i) => unit.Sentences[i].Is(SentenceTraits.Money) ? 1 : 0),
        New("datepar", (unit, i) => unit.Sentences[i].Is(SentenceTraits.DateInBrackets) ? 1 : 0),
    ];

    private static Feature New(string name, Func<Unit, int, double> measure) => new(name, FeatureKind.Names, measure);

    private static double CapitalisedShare(Unit unit, int sentence) =>
        (double)unit.Names.Count[sentence] / Math.Max(unit.Sentences[sentence].WordCount - 1, 1);
}
