using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Selection;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive;

/// <summary>A unit with its features and scores: what selection and explanation both start from.</summary>
internal sealed record UnitReading(Unit Unit, float[] Features, float[] Scores)
{
    public static UnitReading Of(Unit unit, Model model)
    {
        var features = FeatureSet.Measure(unit);
        return new UnitReading(unit, features, model.Score(features, unit.Count));
    }

    /// <summary>The chosen sentences, in the order of the text.</summary>
    public string[] Choose(int count, Model model) =>
        [.. Selector.Choose(Unit, Scores, count, model).Select(place => Unit.Sentences[place].Text)];
}
