namespace DigestBot.Digests.Extractive.Text;

/// <summary>Sentences that only say that something follows: "Berikut daftarnya:", "Here are the results."</summary>
internal static class Announcements
{
    private static readonly OpeningSet Openings = new(
        StringComparison.Ordinal, "Berikut", "Simak", "Here are", "Here is", "Here's", "Here’s", "Below are", "Below is", "The following");

    public static bool Include(ReadOnlySpan<char> sentence) => sentence.EndsWith(':') || Openings.LengthIn(sentence) > 0;
}
