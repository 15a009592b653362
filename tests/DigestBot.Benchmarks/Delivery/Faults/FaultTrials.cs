using System.Diagnostics;
using DigestBot.Benchmarks.Delivery.Judging;
using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>What came of one trial.</summary>
internal sealed record TrialResult(
    Scenario Scenario, TrialPlan Plan, int Messages, int Kills, int InDoubt, int LostAnswers, int Copies, int Unknown, TimeSpan Took, IReadOnlyList<string> Complaints)
{
    public bool Passed => Complaints.Count == 0;
}

/// <summary>Runs a scenario on a plan and has the oracle judge it.</summary>
internal static class FaultTrials
{
    /// <param name="scenario">What is done.</param>
    /// <param name="plan">On what.</param>
    /// <param name="folder">Takes all that the trial leaves behind; deleted afterwards where it passed.</param>
    public static async Task<TrialResult> RunAsync(Scenario scenario, TrialPlan plan, string folder)
    {
        var begun = Stopwatch.GetTimestamp();
        plan = scenario.PlanOf(plan);
        await using var trial = await Trial.SetUpAsync(plan, folder);
        await scenario.RunAsync(trial);
        var evidence = await trial.CollectAsync();
        var complaints = Oracle.Judge(evidence);
        if (complaints.Count == 0)
            Directory.Delete(folder, recursive: true);
        else
            await File.WriteAllLinesAsync(Path.Combine(folder, "complaints.txt"), complaints);

        var judgement = new Judgement(evidence);
        return new TrialResult(
            scenario,
            plan,
            judgement.Took.Count(),
            trial.Notes.Kills,
            evidence.InDoubt.Count,
            judgement.Took.Count(entry => entry.Status is 0 or >= 500),
            judgement.Requests.Keys.Sum(row => Math.Max(0, judgement.CopiesOf(row) - 1)),
            evidence.Rows.Count(row => row.IsUnknown),
            Stopwatch.GetElapsedTime(begun),
            complaints);
    }
}
