using System.Buffers;

namespace DigestBot.Articles.Sentences;

/// <summary>The punctuation that opens and closes sentences and what is set in quotation marks or brackets.</summary>
internal static class Marks
{
    /// <summary>What ends a sentence.</summary>
    private const string EndMarks = ".!?…。！？";

    /// <summary>What can stand between an end mark and the blank after it, and still belongs to the sentence.</summary>
    private const string Closers = "”’»›)]}\"'" + RaisedDigits;

    /// <summary>The number of a note, written as it is printed: "Eropa.¹".</summary>
    private const string RaisedDigits = "¹²³⁰⁴⁵⁶⁷⁸⁹";

    private const int LongestNote = 4;

    /// <summary>What can stand before the first letter of a sentence.</summary>
    private const string Openers = "“‘„«‹([{\"'¿¡-–—•*";

    private static readonly SearchValues<char> NoteCharacters =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>What a scan for sentences must look at; everything else is passed over at once.</summary>
    public static SearchValues<char> Stops { get; } = SearchValues.Create(EndMarks + "\"([");

    public static bool IsEndMark(char character) => EndMarks.Contains(character, StringComparison.Ordinal);

    /// <summary>Whether the sentence comes to an end: most captions, credits and items of a list come to none.</summary>
    public static bool Finish(ReadOnlySpan<char> sentence) => LastOf(sentence) is '.' or '!' or '?';

    public static bool IsCloser(char character) => Closers.Contains(character, StringComparison.Ordinal);

    public static bool IsOpener(char character) => Openers.Contains(character, StringComparison.Ordinal);

    public static bool IsClosingQuotation(char character) => "\"”’'»".Contains(character, StringComparison.Ordinal);

    public static bool IsRaisedDigit(char character) => RaisedDigits.Contains(character, StringComparison.Ordinal);

    /// <summary>
    /// The character that a sentence ends with, closers, note marks such as <c>[12]</c> and pictures looked through;
    /// <c>'\0'</c> where there is no other.
    /// </summary>
    public static char LastOf(ReadOnlySpan<char> sentence)
    {
        var end = sentence.Length;
        while (end > 0)
        {
            var last = sentence[end - 1];
            if (last == ']' && NoteBefore(sentence[..end]) is var note and > 0)
                end -= note;
            else if (last == ' ' || IsCloser(last) || char.IsSurrogate(last) || last == '\uFE0F')
                end--;
            else
                return last;
        }

        return '\0';
    }

    private static int NoteBefore(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOf('[');
        var length = text.Length - open - 2;
        return open >= 0 && length is > 0 and <= LongestNote && !text.Slice(open + 1, length).ContainsAnyExcept(NoteCharacters) ? length + 2 : 0;
    }
}
