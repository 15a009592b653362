using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Selection;

namespace DigestBot.Digests.Extractive;

/// <summary>
/// Finds the reasons for scores by asking again: the features of one kind are set to their average, the network scores
/// once more, and what is lost is what they gave.
/// </summary>
internal sealed class Explainer(Model model)
{
    private const int ReasonsGiven = 3;
    private const int Decimals = 4;

    /// <summary>Every sentence of a unit, explained.</summary>
    public IReadOnlyList<ExplainedSentence> Explain(UnitReading reading, int count)
    {
        var chosen = Selector.Choose(reading.Unit, reading.Scores, count, model);
        var kinds = Enum.GetValues<FeatureKind>();
        var without = kinds.Select(kind => model.Score(WithAverage(reading.Features, kind), reading.Unit.Count)).ToArray();
        return [.. reading.Unit.Sentences.Select((sentence, place) => new ExplainedSentence(
            sentence.Text,
            Math.Round(reading.Scores[place], Decimals),
            chosen.Contains(place),
            [.. kinds.Select((kind, number) => new Reason(kind, Math.Round(reading.Scores[place] - without[number][place], Decimals)))
                .OrderByDescending(reason => Math.Abs(reason.Effect)).Take(ReasonsGiven)]))];
    }

    private float[] WithAverage(float[] features, FeatureKind kind)
    {
        var averaged = (float[])features.Clone();
        for (var column = 0; column < FeatureSet.Count; column++)
        {
            if (FeatureSet.All[column].Kind != kind) continue;
            var mean = model.MeanOf(column);
            for (var place = column; place < averaged.Length; place += FeatureSet.Count) averaged[place] = mean;
        }

        return averaged;
    }
}
