namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>Every part that was due was taken by the platform at least once, or is listed with the reason why not.</summary>
internal static class LossCheck
{
    public static IEnumerable<string> Of(Judgement judgement)
    {
        var evidence = judgement.Evidence;
        var rows = evidence.Rows.ToLookup(row => row.Chat);
        foreach (var due in evidence.Due)
        {
            var chat = evidence.Moved.GetValueOrDefault(due, due);
            var parts = rows[chat].ToArray();
            if (parts.Length == 0)
            {
                yield return $"lost: {chat} was due and is in no list";
                continue;
            }

            var missing = Enumerable.Range(0, parts[0].Parts).Except(parts.Select(row => row.Part)).ToArray();
            if (missing.Length > 0)
                yield return $"lost: {chat} has no delivery for part {missing[0] + 1} of {parts[0].Parts}";
            foreach (var row in parts.Where(row => judgement.CopiesOf(row) == 0))
            {
                if (row.IsSent)
                    yield return $"lost: {Judgement.Describe(row)} is on record as sent, and the platform never took it";
                else if (!row.IsOpen && string.IsNullOrWhiteSpace(row.Reason))
                    yield return $"lost: {Judgement.Describe(row)} was given up without a reason";
                else if (!row.IsOpen && !MayStay(evidence, row, due))
                    yield return $"lost: {Judgement.Describe(row)} could have been sent and was given up: {row.Reason}";
            }
        }
    }

    private static bool MayStay(Evidence evidence, DeliveryRow row, string due) =>
        evidence.Lost.Contains(due) || (row.IsUnknown && evidence.MayBeUnknown);
}
