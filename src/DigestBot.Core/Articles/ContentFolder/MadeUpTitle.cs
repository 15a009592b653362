namespace DigestBot.Articles.ContentFolder;

/// <summary>
/// A title for a text that has none: the file's name where it is made of several words, else the first clause of the
/// text, else whatever the file is called.
/// </summary>
internal static class MadeUpTitle
{
    private const int Longest = 70;
    private const int ShortestClause = 25;

    private static readonly WordSet NamesOfNothing = new(
        """
        artikel article berita news teks text file berkas dokumen document doc draft draf naskah tulisan post copy salinan final
        baru new untitled tanpa judul test tes contoh sample input output page halaman index readme isi content dan and v1 v2
        """);

    private static readonly WordSet SmallWords = new("dan di ke dari yang untuk pada dalam atau oleh dengan bagi of and the in on at to for a an or by");

    private static readonly WordSet TimeAndPlace = new("Pada Di Dalam Sejak Setelah Ketika Saat Hingga Selama On In At During Since After When By");

    /// <summary>The title; <paramref name="fileName"/> has no extension, <paramref name="lead"/> may be empty.</summary>
    public static string Of(string fileName, string lead)
    {
        var words = WordsOf(fileName);
        return words.Length >= 2 ? Capitalised(string.Join(' ', words.Select(word => SmallWords.Contains(word) ? word : Capitalised(word))))
            : Clause(lead) ?? Capitalised(words.Length > 0 ? words[0] : fileName);
    }

    private static string[] WordsOf(string fileName)
    {
        var words = fileName.Split(['-', '_', ' ', '.', '+'], StringSplitOptions.RemoveEmptyEntries);
        // A date or a number at either end puts files in order; it names nothing.
        var named = words.SkipWhile(IsNumber).Reverse().SkipWhile(IsNumber).Reverse().ToArray();
        return Array.TrueForAll(named, word => IsNumber(word) || NamesOfNothing.Contains(word.ToLowerInvariant())) ? [] : named;
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static string? Clause(string lead)
    {
        var text = AfterTimeAndPlace(lead);
        if (text.Length > Longest)
        {
            var comma = text.LastIndexOf(", ", Longest, StringComparison.Ordinal);
            text = comma >= ShortestClause ? text[..comma] : Shortened.To(text, Longest);
        }

        text = text.TrimEnd('.', ',', ';', ':', ' ');
        return text.Length > 0 ? Capitalised(text) : null;
    }

    /// <summary>"Pada 19 Juni 2024, pertemuan berlangsung …" begins with what a title leaves out.</summary>
    private static string AfterTimeAndPlace(string lead)
    {
        var comma = lead.IndexOf(", ", StringComparison.Ordinal);
        var blank = lead.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && comma > blank && comma <= Longest / 2 && TimeAndPlace.Contains(lead.AsSpan(0, blank)) && lead.Length - comma > ShortestClause
            ? lead[(comma + 2)..]
            : lead;
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
