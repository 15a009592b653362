namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>The numbers that headings begin with: "1.", "2.1", "II.", "Bab 3", "BAB IV", "Bagian Kedua:", "Chapter 5".</summary>
internal static class HeadingNumbers
{
    private static readonly WordSet Parts = new(
        "Bab BAB Bagian BAGIAN Pasal PASAL Chapter CHAPTER Part PART Section SECTION Babak Langkah Step Tahap Hari Day Appendix Lampiran LAMPIRAN");

    public static bool Has(string text) => Length(text) > 0 || BeginsWithPart(text);

    /// <summary>The length of the number and its blank; 0 where the text begins with none.</summary>
    public static int Length(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank is <= 0 or > 9 || blank == text.Length - 1 || char.IsLower(text[blank + 1]))
            return 0;

        var number = text.AsSpan(0, blank);
        var stopped = number[^1] is '.' or ')';
        var bare = stopped ? number[..^1] : number;
        return bare.Length > 0 && (IsDecimal(bare, stopped) || stopped && IsRomanOrLetter(bare)) ? blank + 1 : 0;
    }

    /// <summary>"1.", "2.1", "2.1.3."; a number without any stop, such as "3 Data", only up to two digits.</summary>
    private static bool IsDecimal(ReadOnlySpan<char> number, bool stopped)
    {
        var digits = 0;
        var stops = 0;
        foreach (var character in number)
        {
            if (character == '.' && digits > 0)
                (stops, digits) = (stops + 1, 0);
            else if (char.IsAsciiDigit(character) && digits < 2)
                digits++;
            else
                return false;
        }

        return digits > 0 && (stopped || stops > 0 || number.Length <= 2);
    }

    private static bool IsRomanOrLetter(ReadOnlySpan<char> number) =>
        number.Length <= 5 && !number.ContainsAnyExcept("IVXLC") || number is [>= 'A' and <= 'H'];

    private static bool BeginsWithPart(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank <= 0 || !Parts.Contains(text.AsSpan(0, blank)))
            return false;

        var next = text.AsSpan(blank + 1);
        return char.IsAsciiDigit(next[0]) || !Sentences.Words.Leading(next).ContainsAnyExcept("IVXLC") && Sentences.Words.Leading(next).Length > 0;
    }
}
