using System.Globalization;
using DigestBot.Articles;
using DigestBot.Articles.Search;

namespace DigestBot.Commands;

/// <summary>What is offered while somebody types what they look for: each choice names one place, so that it can be opened.</summary>
public static class SearchChoices
{
    private const char Mark = '/';

    /// <summary>The article, and the section where one was chosen; null where the text was typed and not chosen.</summary>
    public static (Article Article, NumberedSection? Section)? TryRead(string value, LibrarySnapshot library)
    {
        var parts = value.Split(Mark);
        if (parts.Length > 2 || parts[0].Length != ArticleId.KeyLength || library.Articles.FirstOrDefault(article => article.Id.Key == parts[0]) is not { } article)
            return null;
        if (parts.Length == 1)
            return (article, null);

        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && SectionFinder.Numbered(article).FirstOrDefault(section => section.Number == number) is { } section
            ? (article, section)
            : null;
    }

    /// <summary>A place that was found.</summary>
    internal static Choice Of(FoundPlace place) => new(Chats.SearchMessages.LabelOf(place), ValueOf(place.Article, place.Section));

    /// <summary>An article as a whole.</summary>
    internal static Choice Of(Article article) => new(article.Title, ValueOf(article, null));

    private static string ValueOf(Article article, NumberedSection? section) => section is null
        ? article.Id.Key
        : string.Create(CultureInfo.InvariantCulture, $"{article.Id.Key}{Mark}{section.Number}");
}
