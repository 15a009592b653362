using DigestBot.Articles;
using DigestBot.Delivery;

namespace DigestBot.Commands.Grammar;

/// <summary>Tells words that belong together, as the articles at hand have them, from words that only follow each other.</summary>
internal sealed class KnownNames(LibrarySnapshot library)
{
    /// <summary>Whether a heading, or any text, has these words in a row.</summary>
    public bool Has(string words, bool inHeading) => inHeading
        ? library.Articles.Any(article => article.Sections.Any(section => WordFilter.IsIn(section.Heading, words)))
        : library.Articles.Any(article => WordFilter.IsIn(article, words));
}
