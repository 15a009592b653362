namespace DigestBot.Digests.Extractive.Text;

/// <summary>Sentences that only say that something follows: "Berikut daftarnya:", "Here are the results."</summary>
internal static class Announcements
{
    private static readonly string[] Openings = ["Berikut", "Simak", "Here are", "Here is", "Here's", "Here’s", "Below are", "Below is", "The following"];

    public static bool Include(ReadOnlySpan<char> sentence)
    {
        if (sentence.EndsWith(':')) return true;
        foreach (var opening in Openings)
            if (sentence.StartsWith(opening, StringComparison.Ordinal) && EndsWord(sentence, opening.Length)) return true;
        return false;
    }

    private static bool EndsWord(ReadOnlySpan<char> sentence, int end) => end == sentence.Length || !char.IsLetterOrDigit(sentence[end]);
}
