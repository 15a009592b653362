using DigestBot.Articles;
using DigestBot.Articles.Search;

namespace DigestBot.Storage.Search;

/// <summary>A section, or an article's title, as the words that it is found by.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Unit">As in <see cref="IndexedPlace"/>.</param>
/// <param name="Hash">As in <see cref="IndexedPlace"/>.</param>
/// <param name="Context">The title of the article that a section is in.</param>
/// <param name="Heading">The heading; of an article as a whole its title, topic and tags.</param>
/// <param name="Text">The text.</param>
internal sealed record IndexedSection(string Article, int Unit, string Hash, string Context, string Heading, string Text)
{
    /// <summary>A hundred thousand characters of words: a book's chapter, and less than PostgreSQL's megabyte a row.</summary>
    private const int LongestText = 100_000;

    private const int LongestHeading = 2_000;

    /// <summary>The article as a whole, and each of its units.</summary>
    public static IEnumerable<IndexedSection> Of(Article article)
    {
        var title = SearchText.Folded(article.Title, LongestHeading);
        var whole = SearchText.Folded(string.Join(' ', [article.Title, article.Topic, .. article.Tags]), LongestHeading);
        return article.Units.Select((unit, index) => new IndexedSection(
                article.Id.Value,
                index,
                unit.Hash,
                title,
                SearchText.Folded(unit.Heading, LongestHeading),
                SearchText.Folded(string.Join(' ', unit.Paragraphs.Select(paragraph => paragraph.Text)), LongestText)))
            .Prepend(new IndexedSection(article.Id.Value, -1, article.Hash, "", whole, ""));
    }
}
