namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>Says what a trial's bot did wrong; empty where it kept its promise.</summary>
internal static class Oracle
{
    private static readonly Func<Judgement, IEnumerable<string>>[] Checks =
    [
        LossCheck.Of, CopyCheck.Of, OrderCheck.Of, RateCheck.Of, WaitCheck.Of, PermanentCheck.Of, AgreementCheck.Of, BacklogCheck.Of,
    ];

    public static IReadOnlyList<string> Judge(Evidence evidence)
    {
        var judgement = new Judgement(evidence);
        return
        [
            .. Checks.SelectMany(check => check(judgement)),
            .. evidence.Leaks.Select(place => $"leak: a token stands in {place}"),
            .. evidence.Mishaps,
        ];
    }
}
