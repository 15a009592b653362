using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>The database says of each row what the platform's ledger says of it.</summary>
internal static class AgreementCheck
{
    public static IEnumerable<string> Of(Judgement judgement)
    {
        foreach (var stranger in judgement.Strangers.Where(entry => entry.Verdict == Verdict.Accepted))
            yield return $"disagree: {stranger.Chat} got message {stranger.MessageId}, and no row of the database stands for it";

        foreach (var row in judgement.Evidence.Rows)
        {
            var took = judgement.RequestsOf(row).Where(entry => entry.Verdict is Verdict.Accepted or Verdict.Duplicate).ToArray();
            if (row.IsSent && took.Length > 0 && took.All(entry => entry.MessageId != row.SentId))
                yield return $"disagree: {Judgement.Describe(row)} is on record as message {row.SentId}, and the platform took {took[0].MessageId}";
            if (!row.IsSent && !row.IsUnanswered && !row.IsOpen && took.Length > 0)
                yield return $"disagree: {Judgement.Describe(row)} arrived, and is on record as given up: {row.Reason}";
        }
    }
}
