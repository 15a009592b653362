namespace DigestBot.Articles;

public sealed class EditionTests
{
    [Fact]
    public void An_edition_recorded_with_numbers_in_its_hashes_still_has_its_sections()
    {
        var article = TestArticles.Article("a/1", "A", "1. Benih", "2. Panen");
        var old = new Edition(1, article.Id, article.Hash, [.. article.Units.Select(unit => unit.Hash)], default);

        Assert.All(article.Units, unit => Assert.True(old.HasSection(unit)));
        Assert.False(old.KnowsSentences);
    }

    [Fact]
    public void A_sentence_stays_the_same_whoever_signs_it()
    {
        var article = TestArticles.Article("a/1", "A") with { Lead = TestArticles.Section("", "Satu.", "Warga pulang. (abc)") };
        var edition = Edition.Of(1, article, default);
        var olderRecord = edition with { SentenceHashes = [.. article.Lead.Sentences.Select(Fingerprint.Short)] };

        Assert.All(["Warga pulang.", "Warga pulang. (abc)", "Warga pulang. (abc/def)", "Satu. (abc)"], sentence => Assert.True(edition.HasSentence(sentence)));
        Assert.False(edition.HasSentence("Warga datang. (abc)"));
        Assert.All(["Warga pulang. (abc)", "Satu. (abc)"], sentence => Assert.True(olderRecord.HasSentence(sentence)));
    }

    [Fact]
    public void A_book_is_recorded_without_its_sentences()
    {
        var text = Enumerable.Range(0, Edition.MostSentences + 1).Select(number => $"Kalimat {number}.").ToArray();
        var book = TestArticles.Article("a/1", "A") with { Lead = TestArticles.Section("", text) };

        Assert.False(Edition.Of(1, book, default).KnowsSentences);
        Assert.True(Edition.Of(1, book with { Lead = TestArticles.Section("", text[1..]) }, default).HasSentence("Kalimat 7."));
    }
}
