using System.Globalization;
using DigestBot.Articles;
using DigestBot.Articles.Search;

namespace DigestBot.Delivery;

/// <summary>
/// Finds a word, or words in a row, in an article: whole words, upper and lower case alike, with accents and apostrophes or
/// without, no pattern language.
/// </summary>
internal static class WordFilter
{
    public static bool IsIn(Article article, string word) =>
        IsIn(article.Title, word) || article.Units.Any(unit =>
            IsIn(unit.Heading, word) || unit.Paragraphs.Any(paragraph => IsIn(paragraph.Text, word)));

    public static bool IsIn(string text, string word) => IsInPlain(FilterText.Of(text), FilterText.Of(word));

    private static bool IsInPlain(string text, string word)
    {
        if (word.Length == 0)
            return false;

        for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, at + 1))
        {
            if (IsBorder(text, at - 1, word[0]) && IsBorder(text, at + word.Length, word[^1]))
                return true;
        }

        return false;
    }

    private static int Find(string text, string word, int from) =>
        from >= text.Length ? -1 : text.IndexOf(word, from, StringComparison.Ordinal);

    /// <summary>A word that ends in a sign, such as <c>C#</c>, needs no border there.</summary>
    private static bool IsBorder(string text, int beside, char edge) =>
        beside < 0 || beside >= text.Length || !IsWordCharacter(edge) || !IsWordCharacter(text[beside]);

    private static bool IsWordCharacter(char character) =>
        char.IsLetterOrDigit(character) ||
        char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
