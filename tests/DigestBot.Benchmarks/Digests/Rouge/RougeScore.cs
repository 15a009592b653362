namespace DigestBot.Benchmarks.Digests.Rouge;

/// <summary>F1 of the words, of the pairs of words, and of the longest common subsequences; 0 to 1.</summary>
internal readonly record struct RougeScore(double Rouge1, double Rouge2, double RougeL)
{
    /// <summary>The larger of each: with several references a summary is as good as it is against the best.</summary>
    public static RougeScore Best(RougeScore one, RougeScore other) =>
        new(Math.Max(one.Rouge1, other.Rouge1), Math.Max(one.Rouge2, other.Rouge2), Math.Max(one.RougeL, other.RougeL));

    /// <summary>The three by place, for loops over all.</summary>
    public double this[int measure] => measure switch
    {
        0 => Rouge1,
        1 => Rouge2,
        _ => RougeL,
    };
}
