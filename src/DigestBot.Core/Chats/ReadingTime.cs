using DigestBot.Articles;

namespace DigestBot.Chats;

/// <summary>How long a text takes to read, at an unhurried 200 words a minute.</summary>
internal static class ReadingTime
{
    private const int WordsPerMinute = 200;

    /// <summary>Whole minutes, at least one.</summary>
    public static int Minutes(Article article) =>
        Math.Max(1, (int)Math.Ceiling(article.Units.Sum(WordsIn) / (double)WordsPerMinute));

    /// <summary>Words by white space; a heading's are not counted.</summary>
    public static int WordsIn(Section section)
    {
        var count = 0;
        foreach (var paragraph in section.Paragraphs)
        {
            var inWord = false;
            foreach (var character in paragraph.Text)
            {
                var letter = !char.IsWhiteSpace(character);
                if (letter && !inWord)
                    count++;
                inWord = letter;
            }
        }

        return count;
    }
}
