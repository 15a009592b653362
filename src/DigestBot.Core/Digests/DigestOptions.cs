namespace DigestBot.Digests;

/// <summary>How long a digest may be.</summary>
/// <param name="OverviewSentences">Sentences of the whole article's overview, 1 to 10.</param>
/// <param name="SectionSentences">
/// Sentences of each section, 1 to 10; null lets the section's length choose: one up to three sentences, two up to
/// seven, else three.
/// </param>
public sealed record DigestOptions(int OverviewSentences = 3, int? SectionSentences = null)
{
    /// <summary>What each <see cref="DigestLength"/> that a chat can choose means in sentences.</summary>
    public static DigestOptions For(DigestLength length) => length switch
    {
        DigestLength.Short => new DigestOptions(1, 1),
        DigestLength.Long => new DigestOptions(4, 4),
        _ => new DigestOptions(),
    };
}
