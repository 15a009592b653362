using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>A way to choose the sentences of a document.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Choose">For each unit the places of up to so many sentences, in the order of the text.</param>
/// <param name="ShowsRaw">Whether it shows sentences as they stand, with datelines and initials.</param>
internal sealed record Method(string Name, Func<IReadOnlyList<Candidate>, int, IReadOnlyList<int[]>> Choose, bool ShowsRaw = false)
{
    /// <summary>A method that looks at one unit at a time.</summary>
    public static Method ForUnits(string name, Func<Candidate, int, int[]> choose, bool showsRaw = false) =>
        new(name, (candidates, count) => [.. candidates.Select(candidate => choose(candidate, count))], showsRaw);
}

/// <summary>A unit to choose from, with what only some methods look at.</summary>
/// <param name="Unit">The unit as the engine reads it.</param>
/// <param name="Raw">Its sentences before anything was taken off.</param>
/// <param name="Features">Its features.</param>
/// <param name="Scores">What the network under test gives each sentence.</param>
/// <param name="Goal">What the oracle is allowed to see.</param>
internal sealed record Candidate(Unit Unit, IReadOnlyList<string> Raw, float[] Features, float[] Scores, Goal Goal);
