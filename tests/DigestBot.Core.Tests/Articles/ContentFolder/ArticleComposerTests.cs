using CsCheck;
using DigestBot.Articles.ContentFolder.PlainText;

namespace DigestBot.Articles.ContentFolder;

public sealed class ArticleComposerTests
{
    private const string Text = "Kopi dari dataran tinggi Gayo ditanam di lereng. Petani memetiknya dengan tangan.";

    [Fact]
    public void What_the_author_says_goes_before_what_the_bot_would_guess()
    {
        var article = Compose(new ParsedText { Title = "Kopi", Language = "ace", Sections = [new ParsedSection("", 0, [Text])] });

        Assert.Equal(("Kopi", true, "ace"), (article.Title, article.HasOwnTitle, article.Language));
    }

    [Fact]
    public void Without_a_word_of_the_author_language_and_title_are_made()
    {
        var article = Compose(new ParsedText { Sections = [new ParsedSection("", 0, [Text])] });

        Assert.Equal(("Kopi dari dataran tinggi Gayo ditanam di lereng", false, "id"), (article.Title, article.HasOwnTitle, article.Language));
        Assert.Equal(2, article.Lead.Sentences.Count());
    }

    [Fact]
    public void An_article_that_begins_with_a_heading_has_no_lead()
    {
        var article = Compose(new ParsedText { Sections = [new ParsedSection("Sejarah", 2, [Text]), new ParsedSection("Rasa", 3, [])] });

        Assert.True(article.Lead.IsEmpty);
        Assert.Equal([("Sejarah", 2), ("Rasa", 3)], article.Units.Select(unit => (unit.Heading, unit.Level)));
    }

    [Fact]
    public void A_title_without_end_is_cut_at_a_word()
    {
        var article = Compose(new ParsedText { Title = string.Join(' ', Enumerable.Repeat("kopi", 3_000)), Sections = [new ParsedSection("", 0, [Text])] });

        Assert.True(article.Title.Length <= 251);
        Assert.EndsWith("kopi…", article.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_headings_is_no_article() =>
        Assert.Throws<UnreadableArticleException>(() => Compose(new ParsedText { Title = "Kopi", Sections = [new ParsedSection("Sejarah", 2, [])] }));

    [Fact]
    public void Any_plain_text_becomes_an_article_or_is_refused() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["aB .,?!…\"“”()-=1\n\t"], 0, 200]).Sample(text =>
    {
        try
        {
            var article = Compose(PlainTextReader.Read(VisibleText.Of(text)));
            return article.Title.Length > 0 && article.Units.Any() && article.Units.All(unit => unit.Sentences.All(sentence => sentence.Length > 0));
        }
        catch (UnreadableArticleException)
        {
            return true;
        }
    });

    private static Article Compose(ParsedText text) => ArticleComposer.Compose(new ContentFile("/x/kopi/a.txt", "kopi/a.txt", 1, default), text);
}
