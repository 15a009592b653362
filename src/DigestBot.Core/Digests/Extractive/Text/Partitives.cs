using DigestBot.Articles;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>
/// Openings that tell of some of what only the sentence before names: "Neither failure ...", "None of them ...", "One reason for
/// haste was that ...", "Salah satu penyebabnya ...".
/// </summary>
internal static class Partitives
{
    private static readonly string[] Quantities = ["All", "Each", "Few", "Half", "Many", "Most", "Much", "Neither", "None", "One", "Part", "Several", "Some", "Two"];

    private static readonly string[] Wholes = ["it", "them", "these", "those"];

    private static readonly OpeningSet Openings = new(
        StringComparison.Ordinal,
        [
            .. Quantities.SelectMany(quantity => Wholes.Select(whole => $"{quantity} of {whole}")), "None of the", "Neither of the", "Either way",
            "Satu di antaranya", "Sebagian di antaranya", "Beberapa di antaranya", "Kedua-duanya",
        ]);

    private const int WordsLookedAt = 6;

    private static readonly WordSet Copulas = new("ialah adalah yaitu yakni");

    public static bool Open(ReadOnlySpan<char> sentence) =>
        Openings.LengthIn(sentence) > 0
        || (sentence.StartsWith("Neither ", StringComparison.Ordinal) && !sentence.Contains(" nor ", StringComparison.Ordinal))
        || NamesOne(sentence);

    /// <summary>"The price is that ...", "One reason is ...", "One reason for haste was ...", "Satu alasan ialah ...", "Salah satu penyebabnya ...".</summary>
    private static bool NamesOne(ReadOnlySpan<char> sentence)
    {
        Span<Range> words = stackalloc Range[WordsLookedAt];
        if (sentence.Split(words, ' ') < WordsLookedAt) return false;
        var kind = sentence[words[1]];
        var verb = sentence[words[2]];
        var next = sentence[words[3]];
        return sentence[words[0]] switch
        {
            "The" => IsEnglishCopula(verb) && next is "that" && kind is not ("truth" or "fact"),
            "One" => IsEnglishCopula(verb) ? kind is "reason" || next is "that" : verb is "for" && IsEnglishCopula(sentence[words[4]]),
            "Satu" => Copulas.Contains(verb),
            "Salah" => kind is "satu" && (verb.EndsWith("nya", StringComparison.Ordinal) || Copulas.Contains(next)),
            _ => false,
        };
    }

    private static bool IsEnglishCopula(ReadOnlySpan<char> word) => word is "is" or "was";
}
