using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>What the sentence takes up of the article's title and of the section's heading.</summary>
internal static class TitleFeatures
{
    public static Feature[] All { get; } =
    [
        New("dtitle", (unit, i) => unit.Titles.Title[i]),
        New("head", (unit, i) => unit.Titles.Heading[i]),
        New("titlecov", (unit, i) => unit.Titles.Density[i]),
        New("titlemax", (unit, i) => unit.Titles.IsLargest(i) ? 1 : 0),
        New("titlerank", (unit, i) => unit.Titles.TitleRank[i]),
        New("hastitle", (unit, _) => unit.Titles.OccursInUnit ? 1 : 0),
    ];

    /// <summary>What one of them is where there is no title; null for any other feature.</summary>
    public static float? ValueWithoutTitle(string name) => name switch
    {
        "dtitle" or "titlecov" or "titlemax" or "hastitle" => 0,
        "titlerank" => 1,
        _ => null,
    };

    private static Feature New(string name, Func<Unit, int, double> measure) => new(name, FeatureKind.Title, measure);
}
