namespace DigestBot.Digests.Extractive.Text;

/// <summary>Openings that leave a sentence dangling when the one before it is not there.</summary>
internal static class BackReferences
{
    private static readonly OpeningSet Openings = new(
        StringComparison.Ordinal,
        "Ini", "Itu", "Hal ini", "Hal itu", "Hal tersebut", "Ia", "Dia", "Mereka", "Beliau", "Namun", "Tetapi", "Tapi", "Akan tetapi",
        "Selain itu", "Sementara itu", "Menurutnya", "Sebaliknya", "Oleh karena itu", "Oleh sebab itu", "Karena itu",
        "Dengan demikian", "Keduanya", "Tersebut", "He", "She", "It", "They", "This", "That", "These", "Those", "However", "But",
        "Moreover", "Furthermore", "Therefore", "Thus", "In addition");

    /// <summary>Whether the sentence opens with one, inside a quotation mark or not.</summary>
    public static bool Opens(ReadOnlySpan<char> sentence)
    {
        if (!sentence.IsEmpty && sentence[0] is '"' or '\'' or '“' or '‘') sentence = sentence[1..];
        return Openings.LengthIn(sentence) > 0;
    }
}
