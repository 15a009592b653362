namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>In the end nothing waits and nothing is stuck on its way.</summary>
internal static class BacklogCheck
{
    public static IEnumerable<string> Of(Judgement judgement)
    {
        var evidence = judgement.Evidence;
        if (evidence.StillDue > 0)
            yield return $"backlog: {evidence.StillDue} subscriptions are due and not enqueued";
        foreach (var state in evidence.Rows.Where(row => row.IsOpen).GroupBy(row => row.State))
            yield return $"backlog: {state.Count()} deliveries stand in state {state.Key}, such as {Judgement.Describe(state.First())}";
    }
}
