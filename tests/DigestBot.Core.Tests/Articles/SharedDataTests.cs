using System.Text.Json;
using DigestBot.Articles.ContentFolder.PlainText;
using DigestBot.Articles.Languages;
using DigestBot.Articles.Sentences;

namespace DigestBot.Articles;

/// <summary>What was measured on the data beside the checkout, held as a floor. Skipped where the data is not there.</summary>
public sealed class SharedDataTests
{
    private const string Closers = "\"'”’»)]";

    [Theory]
    [InlineData("data/sentences-id.txt", 97.4)]
    [InlineData("data/sentences-en.txt", 94.9)]
    public void Sentences_of_treebanks_joined_by_fives_are_split_again(string file, double floor)
    {
        var ended = File.ReadLines(SharedFiles.PathOrSkip(file)).Select(WhiteSpace.Fold)
            .Where(line => line.TrimEnd(Closers.ToCharArray()) is [.., '.' or '!' or '?' or '…']);

        Assert.True(F1(ended.Chunk(5)) >= floor);
    }

    [Fact]
    public void Sentences_of_news_paragraphs_are_split_again() =>
        Assert.True(F1(News().SelectMany(article => article.GroupBy(sentence => sentence.Paragraph)
            .Select(paragraph => paragraph.Select(sentence => WhiteSpace.Fold(sentence.Text)).Where(text => text.Length > 0).ToArray()))) >= 99.1);

    [Fact]
    public void Headings_of_papers_on_lines_of_their_own_are_found_and_nothing_else_is()
    {
        var expected = 0;
        var found = 0;
        var others = 0;
        foreach (var paper in Lines("data/scisections.jsonl"))
        {
            var sections = paper.GetProperty("sections").EnumerateArray().Where(section => Text(section, "text").Length > 0).ToArray();
            var headings = sections.Select(section => WhiteSpace.Fold(Text(section, "heading"))).Where(heading => heading.Length > 0).ToList();
            var read = PlainTextReader.Read(string.Join('\n', sections.Select(section => Text(section, "heading") + "\n" + Text(section, "text"))));
            expected += headings.Count;
            foreach (var heading in read.Sections.Select(section => section.Heading).Append(read.Title ?? "").Where(heading => heading.Length > 0))
            {
                if (headings.Remove(heading))
                    found++;
                else
                    others++;
            }
        }

        Assert.Equal(0, others);
        Assert.True(found >= 0.92 * expected);
    }

    [Fact]
    public void News_has_few_headings_in_few_articles()
    {
        var articles = News().Select(article => string.Join('\n', article.GroupBy(sentence => sentence.Paragraph)
            .Select(paragraph => string.Join(' ', paragraph.Select(sentence => sentence.Text))))).ToArray();

        var read = articles.Select(PlainTextReader.Read).ToArray();

        // Nearly all of these are the articles' own: numbered lists of tips, "Babak pertama", "Susunan Pemain".
        Assert.True(read.Count(text => text.Sections.Any(section => section.Heading.Length > 0)) <= 0.08 * articles.Length);
        Assert.True(read.Count(text => text.Title is not null) <= 0.002 * articles.Length);
    }

    [Fact]
    public void Every_article_and_abstract_is_in_its_language_and_Indonesian_is_never_Malay()
    {
        Assert.All(News(), article => Assert.Equal("id", LanguageGuesser.Guess(string.Join(' ', article.Select(sentence => sentence.Text)))));
        Assert.All(Lines("data/scitldr.jsonl"), paper => Assert.Equal("en", LanguageGuesser.Guess(Text(paper, "text"))));
        Assert.DoesNotContain(News().SelectMany(article => article), sentence => LanguageGuesser.Guess(sentence.Text) == "ms");
    }

    private static double F1(IEnumerable<string[]> paragraphs)
    {
        var (right, expected, found) = (0, 0, 0);
        foreach (var sentences in paragraphs)
        {
            var ends = Ends(sentences);
            var split = Ends(SentenceSplitter.Split(string.Join(' ', sentences)));
            right += ends.Intersect(split).Count();
            expected += ends.Count;
            found += split.Count;
        }

        return 200.0 * right / (expected + found);
    }

    /// <summary>Where the sentences end, counted in characters that are not blanks.</summary>
    private static HashSet<int> Ends(IEnumerable<string> sentences)
    {
        var length = 0;
        return [.. sentences.Select(sentence => length += sentence.Count(character => character != ' '))];
    }

    private static IEnumerable<(string Text, int Paragraph)[]> News() => Lines("data/indosum.jsonl").Select(article =>
        article.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString() ?? "")
            .Zip(article.GetProperty("paragraph").EnumerateArray().Select(paragraph => paragraph.GetInt32()))
            .ToArray());

    private static IEnumerable<JsonElement> Lines(string file)
    {
        foreach (var line in File.ReadLines(SharedFiles.PathOrSkip(file)))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string Text(JsonElement element, string name) => (element.GetProperty(name).GetString() ?? "").Trim();
}
