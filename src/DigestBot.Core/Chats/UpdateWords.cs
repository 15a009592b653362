using DigestBot.Articles;

namespace DigestBot.Chats;

/// <summary>Says how much of an article is new or changed, counted as everywhere: the opening is none of its sections.</summary>
internal static class UpdateWords
{
    /// <summary>Such as <c>2 of 12 sections</c>, <c>the opening</c>.</summary>
    /// <param name="article">The article.</param>
    /// <param name="units">The indices of those of its units that changed, rising.</param>
    /// <param name="words">The language.</param>
    public static string Of(Article article, IReadOnlyList<int> units, Words words)
    {
        if (article.Sections.Count == 0)
            return words["Updated_Text"];

        var isOpening = !article.Lead.IsEmpty && units is [0, ..];
        var sections = words.Format("Updated_Sections", units.Count - (isOpening ? 1 : 0), article.Sections.Count);
        return !isOpening ? sections : units.Count == 1 ? words["Updated_Opening"] : words["Updated_Opening"] + words["And"] + sections;
    }
}
