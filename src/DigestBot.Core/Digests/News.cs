using DigestBot.Articles;
using DigestBot.Articles.Sentences;
using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Digests;

/// <summary>
/// What an edit brings to somebody who read the article before: sentences that stood nowhere in it. A sentence that was left out or
/// moved is none, nor are other initials, a credit, or a pointer to another page.
/// </summary>
internal static class News
{
    /// <summary>Whether a section brings some. Of an edition recorded without its sentences it is only known which sections it had.</summary>
    public static bool IsIn(Section section, Edition older)
    {
        if (older.HasSection(section)) return false;
        return older.KnowsSentences ? section.Sentences.Any(sentence => Is(sentence, older)) : section.HasSentences;
    }

    /// <summary>Whether the sentence is some.</summary>
    public static bool Is(string sentence, Edition older) =>
        !older.HasSentence(sentence) && !Scraps.AreOfPage(Initials.TakenOff(sentence));
}
