namespace DigestBot.Digests.Extractive.Text;

/// <summary>"Di sana, ...": what happens at a place that only the sentence before names is told of another place without it.</summary>
internal static class Whereabouts
{
    private static readonly OpeningSet Openings = new(
        StringComparison.Ordinal, "Di sana", "Di sanalah", "Di situ", "Di situlah", "Dari sana", "Dari situ", "Dari situlah", "Ke sana", "Ke situ", "There,");

    /// <summary>Not "Di sana-sini", which is anywhere.</summary>
    public static bool Open(ReadOnlySpan<char> sentence) =>
        Openings.LengthIn(sentence) is > 0 and var length && sentence[length..] is not (['-', ..] or [' ', 's', 'i', 'n', 'i', ..]);
}
