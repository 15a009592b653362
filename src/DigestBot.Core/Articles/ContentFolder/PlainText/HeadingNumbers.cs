namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>The numbers that headings begin with: "1.", "2.1", "II.", "Bab 3", "BAB IV", "Chapter 5".</summary>
internal static class HeadingNumbers
{
    private static readonly WordSet Chapters = new("Bab BAB Bagian BAGIAN Chapter CHAPTER Part PART");

    private static readonly WordSet OtherParts = new("Pasal PASAL Section SECTION Babak Langkah Step Tahap Hari Day Appendix Lampiran LAMPIRAN");

    public static bool Has(string text) => Length(text) > 0 || BeginWithPart(text);

    /// <summary>"BAB IV", "Pasal 3": a part of a text, and its number.</summary>
    public static bool BeginWithPart(string text) => PartLength(text) > 0;

    /// <summary>A part with headings of its own below it.</summary>
    public static bool BeginWithChapter(string text) => BeginWithPart(text) && Chapters.Contains(Sentences.Words.Leading(text));

    /// <summary>"BAB III" and "BAB I": none of them stands under the other.</summary>
    public static bool AreOfSameParts(string text, string other) =>
        BeginWithPart(text) && BeginWithPart(other) && Sentences.Words.Leading(text).SequenceEqual(Sentences.Words.Leading(other));

    /// <summary>The number and the word for a part before it, without the mark behind: "2.1", "BAB IV"; empty where the text begins with none.</summary>
    public static ReadOnlySpan<char> Of(string text) => text.AsSpan(0, Math.Max(PartLength(text), NumberLength(text))).TrimEnd(" .)");

    /// <summary>The length of the number and its blank; 0 where the text begins with none, or goes on in lower case as items of lists may.</summary>
    public static int Length(string text) => NumberLength(text) is > 0 and var length && !char.IsLower(text[length]) ? length : 0;

    private static int NumberLength(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank is <= 0 or > 9 || blank == text.Length - 1)
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

    private static int PartLength(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank <= 0 || !Chapters.Contains(text.AsSpan(0, blank)) && !OtherParts.Contains(text.AsSpan(0, blank)))
            return 0;

        var number = Sentences.Words.Leading(text.AsSpan(blank + 1));
        return number.Length > 0 && (char.IsAsciiDigit(number[0]) || !number.ContainsAnyExcept("IVXLC")) ? blank + 1 + number.Length : 0;
    }
}
