using System.Globalization;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>Shows results as Markdown tables.</summary>
internal static class FaultTable
{
    public const string Header = """
        | scenario | platform | store | seed | messages | kills | in doubt | answers lost | copies | unknown | seconds | verdict |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        """;

    public static string Line(TrialResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {result.Scenario.Name} | {result.Plan.Platform} | {result.Plan.Store} | {result.Plan.Seed} | {Counts(result)} | {result.Took.TotalSeconds:0} | {(result.Passed ? "kept" : "BROKEN")} |");

    /// <summary>One line for each scenario, platform and store.</summary>
    public static IEnumerable<string> Summary(IReadOnlyCollection<TrialResult> results)
    {
        yield return "| scenario | platform | store | trials | kept | messages | kills | in doubt | answers lost | copies | unknown |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|";
        foreach (var same in results.GroupBy(result => (result.Scenario.Name, result.Plan.Platform, result.Plan.Store)).OrderBy(same => same.Key))
        {
            var (name, platform, store) = same.Key;
            yield return $"| {name} | {platform} | {store} | {same.Count()} | {same.Count(result => result.Passed)} | " +
                $"{same.Sum(result => result.Messages)} | {same.Sum(result => result.Kills)} | {same.Sum(result => result.InDoubt)} | " +
                $"{same.Sum(result => result.LostAnswers)} | {same.Sum(result => result.Copies)} | {same.Sum(result => result.Unknown)} |";
        }
    }

    private static string Counts(TrialResult result) =>
        $"{result.Messages} | {result.Kills} | {result.InDoubt} | {result.LostAnswers} | {result.Copies} | {result.Unknown}";
}
