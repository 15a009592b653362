using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>Whether the sentence quotes somebody, and whether it leans on what was said before it.</summary>
internal static class ReferenceFeatures
{
    public static Feature[] All { get; } =
    [
        New("quote", SentenceTraits.Quotation),
        New("qstart", SentenceTraits.StartsWithQuotation),
        New("qend", SentenceTraits.EndsWithQuotation),
        new Feature("qopen", FeatureKind.Reference, (unit, i) => unit.Quotations.IsInside(i) ? 1 : 0),
        New("say", SentenceTraits.Saying),
        New("firstp", SentenceTraits.FirstPerson),
        New("pron", SentenceTraits.Pronoun),
        New("back", SentenceTraits.PointsBack),
        New("contrast", SentenceTraits.Contrast),
        New("add", SentenceTraits.Addition),
        New("cause", SentenceTraits.Cause),
        New("time", SentenceTraits.Time),
        New("sbegin", SentenceTraits.Previously),
    ];

    private static Feature New(string name, SentenceTraits trait) =>
        new(name, FeatureKind.Reference, (unit, i) => unit.Sentences[i].Is(trait) ? 1 : 0);
}
