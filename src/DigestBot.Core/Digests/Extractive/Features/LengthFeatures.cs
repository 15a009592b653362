using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>How long the sentence is, in words.</summary>
internal static class LengthFeatures
{
    public static Feature[] All { get; } =
    [
        New("loglen", (unit, i) => StableMath.Log(1 + unit.Sentences[i].WordCount) / 4),
        New("short", (unit, i) => unit.Sentences[i].WordCount < 7 ? 1 : 0),
        New("long", (unit, i) => unit.Sentences[i].WordCount > 45 ? 1 : 0),
        New("w25", (unit, i) => Capped(unit, i) / 25),
        New("w_sq", (unit, i) => Capped(unit, i) * Capped(unit, i) / 625),
        New("meanlen", (unit, _) => Math.Min(unit.Place.MeanLength, 50) / 25),
    ];

    private static Feature New(string name, Func<Unit, int, double> measure) => new(name, FeatureKind.Length, measure);

    private static double Capped(Unit unit, int sentence) => Math.Min(unit.Sentences[sentence].WordCount, 60);
}
