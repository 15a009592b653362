using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>Where the sentence stands in the unit and in its paragraph, and how much that counts in news and in sections.</summary>
internal static class PlaceFeatures
{
    public static Feature[] All { get; } =
    [
        New("p0", (_, i) => At(i, 0)),
        New("p1", (_, i) => At(i, 1)),
        New("p2", (_, i) => At(i, 2)),
        New("p3", (_, i) => At(i, 3)),
        New("p4_7", (_, i) => FourToSeven(i)),
        New("rel", Remaining),
        New("n_p0", (unit, i) => At(i, 0) * unit.Quotations.News),
        New("n_p1", (unit, i) => At(i, 1) * unit.Quotations.News),
        New("n_p2", (unit, i) => At(i, 2) * unit.Quotations.News),
        New("n_p3", (unit, i) => At(i, 3) * unit.Quotations.News),
        New("n_p4_7", (unit, i) => FourToSeven(i) * unit.Quotations.News),
        New("h_p0", (unit, i) => Headed(unit) * At(i, 0)),
        New("h_p1", (unit, i) => Headed(unit) * At(i, 1)),
        New("h_p2", (unit, i) => Headed(unit) * At(i, 2)),
        New("h_last", (unit, i) => Headed(unit) * Last(unit, i)),
        New("h_rel", (unit, i) => Headed(unit) * Remaining(unit, i)),
        New("last", Last),
        New("i_log", (_, i) => StableMath.Log(1 + i) / 3),
        New("n_log", (unit, _) => StableMath.Log(1 + unit.Count) / 4),
        New("left", (unit, i) => StableMath.Log(unit.Count - i) / 4),
        New("cumw", (unit, i) => Math.Min(unit.Place.WordsBefore[i] / 60.0, 3) / 3),
        New("cumw2", (unit, i) => StableMath.ExpOfNegative(-unit.Place.WordsBefore[i] / 60.0)),
        New("par0", (unit, i) => At(unit.Place.Paragraph[i], 0)),
        New("par1", (unit, i) => At(unit.Place.Paragraph[i], 1)),
        New("par2", (unit, i) => At(unit.Place.Paragraph[i], 2)),
        New("par3", (unit, i) => unit.Place.Paragraph[i] is >= 3 and <= 5 ? 1 : 0),
        New("parfirst", (unit, i) => At(unit.Place.InParagraph[i], 0)),
        New("inpar", (unit, i) => Math.Min(unit.Place.InParagraph[i], 4) / 4.0),
        New("parlen", (unit, i) => Math.Min(unit.Place.ParagraphLength[i], 6) / 6.0),
    ];

    private static Feature New(string name, Func<Unit, int, double> measure) => new(name, FeatureKind.Place, measure);

    private static double At(int place, int wanted) => place == wanted ? 1 : 0;

    private static double FourToSeven(int place) => place is >= 4 and <= 7 ? 1 : 0;

    private static double Last(Unit unit, int place) => At(place, unit.Count - 1);

    private static double Headed(Unit unit) => unit.Frame.IsHeaded ? 1 : 0;

    private static double Remaining(Unit unit, int place) => unit.Count == 1 ? 1 : 1 - ((double)place / (unit.Count - 1));
}
