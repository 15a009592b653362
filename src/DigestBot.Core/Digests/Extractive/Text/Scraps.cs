using DigestBot.Articles.Sentences;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>
/// What stands among the sentences of a page and is none: "Baca juga: ...", "Foto: ANTARA", "Penulis: Sri", "(Antara)",
/// "Suara.com -". Such lines are never worth a place in a digest while there is a sentence.
/// </summary>
internal static class Scraps
{
    private const int LongestBracket = 8;
    private const int ShortestUnfinished = 3;

    /// <summary>Scraps with a colon behind them.</summary>
    private static readonly OpeningSet Labels = new(
        StringComparison.OrdinalIgnoreCase,
        "Baca", "Baca juga", "Baca selengkapnya", "Lihat", "Lihat juga", "Simak", "Simak juga", "Tonton", "Tonton juga", "Video", "Foto",
        "Infografis", "Penulis", "Editor", "Reporter", "Kontributor", "Laporan", "Sumber", "Teks", "Tag", "Tags", "Read more", "Read also",
        "See also", "Watch", "Related", "Photo", "Image", "Picture", "Credit", "Source", "Author", "Caption");

    /// <summary>Scraps whatever stands behind them.</summary>
    private static readonly OpeningSet Invitations = new(
        StringComparison.OrdinalIgnoreCase,
        "Baca juga", "Baca selengkapnya", "Lihat juga", "Simak juga", "Simak video", "Tonton juga", "Read more", "Read also", "See also", "Click here", "Follow us");

    private static readonly string[] PhotoCredits = ["(Foto:", "(foto:", "(Foto ", "(Photo:", "(Image:", "(Dok.", "ANTARA FOTO"];

    /// <summary>Whether a line of so many words is one.</summary>
    public static bool Include(ReadOnlySpan<char> line, int words, bool isFinished) =>
        words <= 1 || (!isFinished && words < ShortestUnfinished) || AreOfPage(line, words, isFinished);

    /// <summary>Whether a line is one by what it says: a short one by itself ("Bandung") may still be an item of a list.</summary>
    public static bool AreOfPage(ReadOnlySpan<char> line)
    {
        var words = 0;
        var scanner = new WordScanner(line);
        while (scanner.MoveNext()) words++;
        return AreOfPage(line, words, Marks.Finish(line));
    }

    private static bool AreOfPage(ReadOnlySpan<char> line, int words, bool isFinished)
    {
        if (words <= LongestBracket && line is ['(' or '[', .., ')' or ']']) return true;
        return HasLabel(line) || Invitations.LengthIn(line) > 0 || (!isFinished && HasPhotoCredit(line));
    }

    private static bool HasLabel(ReadOnlySpan<char> line) => Labels.LengthIn(line) is > 0 and var length && line[length..].TrimStart().StartsWith(':');

    private static bool HasPhotoCredit(ReadOnlySpan<char> line)
    {
        foreach (var credit in PhotoCredits)
            if (line.Contains(credit, StringComparison.Ordinal)) return true;
        return false;
    }
}
