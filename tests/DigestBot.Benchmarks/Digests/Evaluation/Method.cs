using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>A way to choose the sentences of a unit.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Choose">The places of up to so many sentences of the unit, in the order of the text.</param>
internal sealed record Method(string Name, Func<Candidate, int, int[]> Choose);

/// <summary>A unit to choose from, with what only some methods look at.</summary>
/// <param name="Unit">The unit as the engine reads it.</param>
/// <param name="Features">Its features.</param>
/// <param name="Scores">What the network under test gives each sentence.</param>
/// <param name="Goal">What the oracle is allowed to see.</param>
internal sealed record Candidate(Unit Unit, float[] Features, float[] Scores, Goal Goal);
