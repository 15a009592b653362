namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Short lines that lead over to the text below: sentences rather than headings.</summary>
internal static class LeadIns
{
    /// <summary>What lines that go on from the text above begin with, in any case; questions that are headings may begin so too.</summary>
    private static readonly string[] GoingOn =
    [
        "lalu ", "lalu,", "lantas ", "lantas,", "nah ", "nah,", "jadi ", "jadi,", "apakah kamu", "apakah anda",
        "so ", "so,", "but ", "and ", "now ", "now,", "well,",
    ];

    /// <summary>What lines that draw the reader in begin with.</summary>
    private static readonly string[] Addressing =
    [
        "sungguh ", "pernahkah", "pernahkan", "tahukah", "sudahkah", "siapa yang tak", "siapa yang tidak", "siapa sangka", "masih ingat",
        "sudah siap", "coba ", "have you ever", "did you know", "who doesn",
    ];

    /// <summary>Nobody writes a sentence with its words capitalised and leaves it alone between blank lines: such a line is none.</summary>
    public static bool IsOne(TextLine line, bool isAmongQuestions) =>
        (Begins(line.Text, Addressing) || !isAmongQuestions && Begins(line.Text, GoingOn)) && !(line.StandsAlone && LetterCase.IsTitle(line.Text));

    private static bool Begins(string text, string[] beginnings) =>
        Array.Exists(beginnings, beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
