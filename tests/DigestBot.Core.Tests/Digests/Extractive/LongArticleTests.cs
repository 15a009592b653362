using DigestBot.Articles;

namespace DigestBot.Digests.Extractive;

public sealed class LongArticleTests
{
    private const int Large = 1_000_000;

    private static readonly string[] Words = ["laut", "ikan", "Perahu", "nelayan", "pasar", "hujan", "dan", "yang", "mereka", "1.500"];

    [Fact]
    public void Ten_times_the_text_takes_ten_times_the_memory()
    {
        var engine = new ExtractiveEngine();
        Allocated(engine, Prose(Large / 100));
        var (small, large) = (Allocated(engine, Prose(Large / 10)), Allocated(engine, Prose(Large)));
        Assert.InRange((double)large / small, 5, 15);
    }

    [Fact]
    public void A_megabyte_without_a_sentence_end_or_without_a_blank_is_one_sentence_like_any_other()
    {
        var engine = new ExtractiveEngine();
        foreach (var text in (string[])[string.Join(' ', Enumerable.Repeat("Nama", Large / 5)), new string('x', Large), string.Concat(Enumerable.Repeat("a-", Large / 2)), new string('(', Large)])
            Assert.Equal([text], engine.Digest(SampleArticles.Plain("id", [text]), new DigestOptions()).Overview);
    }

    [Fact]
    public void Thousands_of_short_sections_are_digested_one_by_one()
    {
        var sections = Enumerable.Range(0, 5000).Select(number => SampleArticles.Part($"Bagian {number}", [$"Isi nomor {number}.", "Isi lain."])).ToList();
        var digest = new ExtractiveEngine().Digest(SampleArticles.Plain("id") with { Sections = sections }, new DigestOptions());
        Assert.All(digest.Sections.Skip(1), section => Assert.Single(section.Sentences));
    }

    private static Article Prose(int characters)
    {
        var random = new Random(1);
        var paragraphs = new List<string[]>();
        for (var length = 0; length < characters;)
        {
            var sentences = Enumerable.Range(0, 4).Select(_ => string.Join(' ', Enumerable.Range(0, 14).Select(_ => Words[random.Next(Words.Length)] + random.Next(300))) + ".").ToArray();
            paragraphs.Add(sentences);
            length += sentences.Sum(sentence => sentence.Length + 1);
        }

        return SampleArticles.Plain("id", [.. paragraphs]);
    }

    private static long Allocated(ExtractiveEngine engine, Article article)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        engine.Digest(article, new DigestOptions());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
