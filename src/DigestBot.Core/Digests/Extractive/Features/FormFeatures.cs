using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>What the sentence looks like, and what kind of unit it stands in.</summary>
internal static class FormFeatures
{
    public static Feature[] All { get; } =
    [
        New("question", SentenceTraits.Question),
        New("boil", SentenceTraits.Boilerplate),
        New("cue", SentenceTraits.Cue),
        New("colon", SentenceTraits.EndsWithColon),
        New("noterm", SentenceTraits.Unfinished),
        New("lowstart", SentenceTraits.StartsInLowerCase),
        New("headed", unit => unit.Frame.IsHeaded ? 1 : 0),
        New("news", unit => unit.Quotations.News),
        New("dateline", unit => unit.HasDateline ? 1 : 0),
        New("abstract", unit => unit.Abstract),
    ];

    private static Feature New(string name, SentenceTraits trait) =>
        new(name, FeatureKind.Form, (unit, i) => unit.Sentences[i].Is(trait) ? 1 : 0);

    private static Feature New(string name, Func<Unit, double> ofUnit) => new(name, FeatureKind.Form, (unit, _) => ofUnit(unit));
}
