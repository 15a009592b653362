using System.Buffers;

namespace DigestBot.Articles.Sentences;

/// <summary>The punctuation that opens and closes sentences and what is set in quotation marks or brackets.</summary>
internal static class Marks
{
    /// <summary>What ends a sentence.</summary>
    private const string EndMarks = ".!?…。！？";

    /// <summary>What can stand between an end mark and the blank after it, and still belongs to the sentence.</summary>
    private const string Closers = "”’»›)]}\"'";

    /// <summary>What can stand before the first letter of a sentence.</summary>
    private const string Openers = "“‘„«‹([{\"'¿¡-–—•*";

    /// <summary>What a scan for sentences must look at; everything else is passed over at once.</summary>
    public static SearchValues<char> Stops { get; } = SearchValues.Create(EndMarks + "\"([");

    public static bool IsEndMark(char character) => EndMarks.Contains(character, StringComparison.Ordinal);

    public static bool IsCloser(char character) => Closers.Contains(character, StringComparison.Ordinal);

    public static bool IsOpener(char character) => Openers.Contains(character, StringComparison.Ordinal);

    public static bool IsClosingQuotation(char character) => "\"”’'»".Contains(character, StringComparison.Ordinal);
}
