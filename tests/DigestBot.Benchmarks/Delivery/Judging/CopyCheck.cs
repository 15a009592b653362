using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>
/// A reader sees a message twice only where its answer never came, no oftener than that happened, and the row says so. No
/// request is made that the row did not count.
/// </summary>
internal static class CopyCheck
{
    public static IEnumerable<string> Of(Judgement judgement)
    {
        var evidence = judgement.Evidence;
        var inDoubt = evidence.InDoubt.CountBy(row => row).ToDictionary();
        foreach (var (row, requests) in judgement.Requests)
        {
            if (requests.Count > row.Attempt)
                yield return $"uncounted: {Judgement.Describe(row)} has {row.Attempt} attempts on record and {requests.Count} requests were made";

            var copies = judgement.CopiesOf(row);
            if (copies < 2)
                continue;

            var excuses = evidence.Rules.TellsCopies ? 0 : requests.Count(IsUnanswered) + inDoubt.GetValueOrDefault(row.Id);
            if (copies - 1 > excuses)
                yield return $"copy: {Judgement.Describe(row)} arrived {copies} times, and {excuses} answers were lost";
            if (!row.IsUnanswered)
                yield return $"unlisted: {Judgement.Describe(row)} arrived {copies} times and is not listed as one whose answer never came";
        }
    }

    /// <summary>It took effect, and a fault of the script swallowed or spoilt the answer.</summary>
    private static bool IsUnanswered(LedgerEntry entry) => entry is { Verdict: Verdict.Accepted, Fault: not null, Status: 0 or >= 500 };
}
