using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>A chat that is lost, or that has moved, is asked once.</summary>
internal static class PermanentCheck
{
    public static IEnumerable<string> Of(Judgement judgement)
    {
        var lost = new Dictionary<string, string>();
        foreach (var entry in judgement.Sends)
        {
            if (lost.TryGetValue(entry.Chat ?? "", out var why))
                yield return $"again: {entry.Chat} was asked again after {why}";
            else if (entry is { Verdict: Verdict.Refused, Status: 400 or 403 or 404 })
                lost[entry.Chat ?? ""] = $"{entry.Status} {entry.Reason}";
        }
    }
}
