using CsCheck;
using DigestBot.Articles;
using DigestBot.Articles.ContentFolder;
using DigestBot.Articles.Languages;

namespace DigestBot.Digests.Extractive;

public sealed class ExtractiveEngineTests
{
    private static readonly ExtractiveEngine Engine = new();

    [Fact]
    public void A_digest_has_a_part_for_the_lead_and_every_section_in_their_order() =>
        AnyArticle.Any.Sample(article => Assert.Equal(article.Units, Engine.Digest(article, new DigestOptions()).Sections.Select(part => part.Section)));

    [Fact]
    public void Digest_sentences_stand_verbatim_in_their_section_and_in_its_order() =>
        AnyArticle.Any.Sample(article =>
        {
            var digest = Engine.Digest(article, new DigestOptions(4));
            AssertVerbatim(digest.Overview, [.. article.Units.SelectMany(section => section.Sentences)]);
            foreach (var part in digest.Sections) AssertVerbatim(part.Sentences, [.. part.Section.Sentences]);
        });

    [Fact]
    public void The_same_article_gives_the_same_digest() =>
        AnyArticle.Any.Sample(article =>
        {
            var (one, other) = (Engine.Digest(article, new DigestOptions()), new ExtractiveEngine().Digest(article, new DigestOptions()));
            Assert.Equal(one.Overview, other.Overview);
            Assert.Equal(one.Sections.SelectMany(part => part.Sentences), other.Sections.SelectMany(part => part.Sentences));
        });

    [Fact]
    public void No_digest_is_longer_than_asked_for_and_none_is_empty_where_there_are_sentences() =>
        Gen.Select(AnyArticle.Any, Gen.Int[1, 10], Gen.Int[1, 10]).Sample((article, overview, section) =>
        {
            var digest = Engine.Digest(article, new DigestOptions(overview, section));
            AssertBetween(digest.Overview.Count, article.Units.SelectMany(unit => unit.Sentences), overview);
            foreach (var part in digest.Sections) AssertBetween(part.Sentences.Count, part.Section.Sentences, section);
        });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    [InlineData(40, 3)]
    public void The_length_of_a_section_chooses_the_length_of_its_digest(int sentences, int expected)
    {
        var text = Enumerable.Range(1, sentences).Select(number => $"Kalimat nomor {number} menceritakan hal yang lain lagi.").ToArray();
        var article = SampleArticles.Plain("id") with { Sections = [SampleArticles.Part("Bagian", text)] };
        var part = Assert.Single(Engine.Digest(article with { Lead = Section.NoLead }, new DigestOptions()).Sections);
        Assert.Equal(expected, part.Sentences.Count);
    }

    [Fact]
    public void A_dateline_and_initials_are_not_shown()
    {
        var article = SampleArticles.Plain("id", ["Jakarta, CNN Indonesia -- Presiden meresmikan jalan tol baru di Medan, Jumat (8/9/2017). (rsa)"]);
        var digest = Engine.Digest(article, new DigestOptions());
        Assert.Equal(["Presiden meresmikan jalan tol baru di Medan, Jumat (8/9/2017)."], digest.Overview);
    }

    [Fact]
    public void A_title_that_the_bot_made_up_decides_nothing()
    {
        string[] text = ["Hujan turun sejak pagi di kota itu.", "Warga tetap berangkat ke pasar ikan.", "Harga ikan tongkol naik dua kali lipat."];
        var article = SampleArticles.Plain("id", text);
        var made = Engine.Digest(article with { Title = "Harga ikan tongkol" }, new DigestOptions(1)).Overview;
        Assert.Equal(Engine.Digest(article with { Title = "Lain sekali" }, new DigestOptions(1)).Overview, made);
    }

    /// <summary>Each stands inside one sentence, a later one in a later sentence.</summary>
    private static void AssertVerbatim(IReadOnlyList<string> digest, string[] sentences)
    {
        var place = 0;
        foreach (var sentence in digest)
        {
            while (place < sentences.Length && !sentences[place].Contains(sentence, StringComparison.Ordinal)) place++;
            Assert.True(place++ < sentences.Length, $"Not verbatim, or out of order: {sentence}");
        }
    }

    private static void AssertBetween(int count, IEnumerable<string> sentences, int most) =>
        Assert.InRange(count, sentences.Any() ? 1 : 0, most);

    [Fact]
    public void Each_section_is_digested_in_its_own_language_whatever_the_article_is_said_to_be_in()
    {
        var shipped = new ContentReader(new ArticlesOptions()).ReadFolder(SourceTree.Find("content"), TestContext.Current.CancellationToken).Articles;
        var (indonesian, english) = (shipped.First(article => article.Language == "id"), shipped.First(article => article.Language == "en"));
        var mixed = indonesian with { Sections = [.. indonesian.Sections.Take(3).Zip(english.Sections.Take(3), (one, other) => new[] { one, other }).SelectMany(pair => pair)] };

        var digests = new[] { "id", "en", "und" }.Select(language => Engine.Digest(mixed with { Language = language }, new DigestOptions())).ToArray();

        Assert.Equal(["id", "en", "id", "en", "id", "en"], mixed.Sections.Select(section => section.Language));
        Assert.All(digests, digest => Assert.Equal(digests[0].Sections.Select(section => section.Sentences), digest.Sections.Select(section => section.Sentences)));
        Assert.All(digests[0].Sections, section => Assert.Equal(section.Section.Language, LanguageGuesser.Guess(string.Join(' ', section.Sentences))));
    }
}
