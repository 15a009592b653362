namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>The parts of a message reach each chat in their order: after a later one came, no earlier one comes.</summary>
internal static class OrderCheck
{
    public static IEnumerable<string> Of(Judgement judgement)
    {
        var arrived = judgement.Requests
            .SelectMany(made => made.Value.Where(entry => entry.Verdict == Simulators.Verdict.Accepted), (made, entry) => (Row: made.Key, entry.Sequence))
            .OrderBy(arrival => arrival.Sequence);
        var newest = new Dictionary<(string Chat, long Message), int>();
        foreach (var (row, _) in arrived)
        {
            var key = (row.Chat, row.Message);
            var before = newest.GetValueOrDefault(key, -1);
            if (row.Part < before)
                yield return $"order: {Judgement.Describe(row)} came after part {before + 1}";
            else if (row.Part > before + 1 && HasArrived(judgement, row, before + 1) is { } skipped)
                yield return $"order: {Judgement.Describe(row)} came before part {skipped.Part + 1}";
            newest[key] = Math.Max(before, row.Part);
        }
    }

    /// <summary>The skipped part, where it came later; one that never came is no matter of order.</summary>
    private static DeliveryRow? HasArrived(Judgement judgement, DeliveryRow row, int part) => judgement.Evidence.Rows.FirstOrDefault(
        other => other.Chat == row.Chat && other.Message == row.Message && other.Part == part && judgement.CopiesOf(other) > 0);
}
