using DigestBot.Articles.Sentences;

namespace DigestBot.Chats;

/// <summary>
/// What stands between two sentences of a digest. Items of a list have no end: with a blank alone they would run into each other.
/// They get a middle dot, since most begin with a capital, and neither language writes one after a semicolon.
/// </summary>
public static class SentenceJoint
{
    private const string AfterEnd = " ";
    private const string AfterItem = " · ";

    /// <summary>What joins a sentence to the next; quotation marks, brackets and note marks behind its end are looked through.</summary>
    public static string After(string sentence) => Marks.LastOf(sentence) switch
    {
        ',' or ';' or ':' or '-' or '–' or '—' or '\0' => AfterEnd,
        var last => Marks.IsEndMark(last) ? AfterEnd : AfterItem,
    };

    /// <summary>The sentences on one line; empty ones are passed over.</summary>
    public static string Join(IEnumerable<string> sentences)
    {
        var shown = sentences.Where(sentence => sentence.Length > 0).ToArray();
        return string.Concat(shown.Select((sentence, at) => at == 0 ? sentence : After(shown[at - 1]) + sentence));
    }
}
