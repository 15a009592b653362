using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>What can still be told of the text that an older edition of an article had.</summary>
internal static class OlderText
{
    /// <summary>
    /// Whether the edition may have had one of the words that a subscription asks for. One that had none was passed over and
    /// never posted, so that the article is new to that subscription. A word in the title counts: nobody knows the older one.
    /// </summary>
    public static bool MayHaveFitted(Article article, Edition older, Wants wants) =>
        wants.Include.Count == 0 || wants.Include.Any(word =>
            WordFilter.IsIn(article.Title, word) || article.Units.Any(unit => Of(unit, older).Any(text => WordFilter.IsIn(text, word))));

    /// <summary>A section as it is where it did not change, else its sentences that were there, under their heading.</summary>
    private static IEnumerable<string> Of(Section unit, Edition older)
    {
        if (older.HasSection(unit))
            return [unit.Heading, .. unit.Paragraphs.Select(paragraph => paragraph.Text)];

        var had = unit.Sentences.Where(older.HasSentence).ToArray();
        return had.Length > 0 ? [unit.Heading, .. had] : [];
    }
}
