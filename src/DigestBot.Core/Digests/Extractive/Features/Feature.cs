using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Features;

/// <summary>One number that is known of a sentence before it is judged.</summary>
/// <param name="Name">As the weights file calls it.</param>
/// <param name="Kind">The group under which it is explained.</param>
/// <param name="Measure">Its value for one sentence of a unit.</param>
internal sealed record Feature(string Name, FeatureKind Kind, Func<Unit, int, double> Measure);
