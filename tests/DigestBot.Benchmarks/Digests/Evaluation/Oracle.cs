namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>
/// What could be reached by one who sees the reference: unit by unit, the sentence that helps ROUGE-1 + ROUGE-2 of the whole
/// digest most, as long as one does; then a second round, in which each choice is made again beside all the others.
/// </summary>
internal static class Oracle
{
    private const int Rounds = 2;

    public static IReadOnlyList<int[]> Choose(IReadOnlyList<Candidate> candidates, int count)
    {
        var chosen = candidates.Select(_ => new SortedSet<int>()).ToList();
        var bags = candidates.Select(candidate => candidate.Unit.Sentences.Select(sentence => candidate.Goal.Count(sentence.Text)).ToArray()).ToList();
        for (var round = 0; round < Rounds; round++)
            for (var unit = 0; unit < candidates.Count; unit++)
            {
                chosen[unit].Clear();
                while (chosen[unit].Count < count && Next(unit) is { } best) chosen[unit].Add(best);
            }

        return [.. chosen.Select(places => places.ToArray())];

        int? Next(int unit)
        {
            var (best, reached) = ((int?)null, Worth(unit, null));
            for (var place = 0; place < bags[unit].Length; place++)
            {
                if (chosen[unit].Contains(place) || Worth(unit, place) is var worth && worth <= reached) continue;
                (best, reached) = (place, worth);
            }

            return best;
        }

        double Worth(int unit, int? added) => candidates[unit].Goal.Worth([.. chosen.SelectMany((places, number) =>
            (number == unit && added is { } place ? places.Append(place).Order() : places.AsEnumerable()).Select(chosenPlace => bags[number][chosenPlace]))]);
    }
}
