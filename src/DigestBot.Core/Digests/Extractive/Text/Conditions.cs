using DigestBot.Articles;
using ArticleWords = DigestBot.Articles.Sentences.Words;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>"Jika tidak, ...", "Kalau memang begitu, ...", "If so, ...": conditions that only the sentence before spells out.</summary>
internal static class Conditions
{
    private const int MostWordsBetween = 1;

    private static readonly WordSet Conditional = new("Jika Bila Kalau Apabila If");
    private static readonly WordSet Answers = new("tidak begitu demikian not so");

    public static bool PointBack(ReadOnlySpan<char> sentence)
    {
        var word = ArticleWords.Leading(sentence);
        if (!Conditional.Contains(word)) return false;
        for (var passed = 0; passed <= MostWordsBetween; passed++)
        {
            sentence = sentence[word.Length..];
            if (sentence is not [' ', _, ..]) return false;
            sentence = sentence[1..];
            word = ArticleWords.Leading(sentence);
            if (Answers.Contains(word) && sentence[word.Length..] is [',', ..]) return true;
        }

        return false;
    }
}
