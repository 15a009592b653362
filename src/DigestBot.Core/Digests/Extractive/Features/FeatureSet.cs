using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>All features, kind by kind. To add one: write it into its kind's file and train again.</summary>
internal static class FeatureSet
{
    /// <summary>In the order of the columns.</summary>
    public static Feature[] All { get; } =
    [
        .. PlaceFeatures.All, .. LengthFeatures.All, .. SimilarityFeatures.All, .. TitleFeatures.All,
        .. NameFeatures.All, .. ReferenceFeatures.All, .. FormFeatures.All,
    ];

    /// <summary>How many there are.</summary>
    public static int Count { get; } = All.Length;

    /// <summary>Measures every sentence of a unit: a row of <see cref="Count"/> values for each.</summary>
    public static float[] Measure(Unit unit)
    {
        var values = new float[unit.Count * Count];
        for (var sentence = 0; sentence < unit.Count; sentence++)
            for (var feature = 0; feature < Count; feature++)
                values[(sentence * Count) + feature] = (float)All[feature].Measure(unit, sentence);
        return values;
    }
}
