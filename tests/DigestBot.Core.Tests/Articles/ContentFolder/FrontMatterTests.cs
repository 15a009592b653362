namespace DigestBot.Articles.ContentFolder;

public sealed class FrontMatterTests
{
    [Fact]
    public void Every_known_key_is_read_and_others_are_passed_over()
    {
        var (matter, text) = FrontMatter.Split(
            "---\ntitle: \"Subak: air dan sawah\"\ndate: 2026-11-24\nLanguage: Indonesia\nsource: https://example.org/subak\ntags: [air, Bali]\nlayout: wide\n---\nTeks.\n");

        Assert.Equal(new FrontMatter("Subak: air dan sawah", new DateOnly(2026, 11, 24), "id", new Uri("https://example.org/subak"), []), matter! with { Tags = [] });
        Assert.Equal(["air", "Bali"], matter.Tags);
        Assert.Equal("Teks.\n", text);
    }

    [Theory]
    [InlineData("Teks tanpa apa-apa.")]
    [InlineData("---\nGaris yang tidak ditutup.")]
    [InlineData("---\nLayout: wide\nTeks.")]
    [InlineData("---\nTitle dan tanggal: dua hal.")]
    [InlineData("---")]
    [InlineData("--- bukan pagar\ntitle: x\n---\n")]
    [InlineData("")]
    public void A_text_without_front_matter_stays_as_it_is(string text) => Assert.Equal((null, text), FrontMatter.Split(text));

    [Theory]
    [InlineData("---\ntitle: X\ndate: 2026-11-24\n\nTeks.\n", 3)]
    [InlineData("---\nTitle: X\nlayout: wide\ntags:\n  - air\n- sawah\nTeks tanpa baris kosong.\n", 6)]
    [InlineData("---\r\nlanguage: id\r\n\r\nTeks.\r\n", 2)]
    [InlineData("---\ntags:", 2)]
    public void Front_matter_that_nothing_closes_is_a_problem_that_says_what_to_do(string text, int line) => Assert.Equal(
        $"line {line}: front matter is not closed; write --- on a line of its own below this one",
        Assert.Throws<UnreadableArticleException>(() => FrontMatter.Split(text)).Message);

    [Fact]
    public void Empty_front_matter_says_nothing() => Assert.Equal("Teks", FrontMatter.Split("---\n---\nTeks").Text);

    [Theory]
    [InlineData("---\ntitle: a\ndate: kemarin\n---\n", "line 3: date: 'kemarin'")]
    [InlineData("---\nlanguage: bahasa planet\n---\n", "line 2: language:")]
    [InlineData("---\nsource: javascript:alert(1)\n---\n", "line 2: source:")]
    [InlineData("---\ntitle: [satu, dua]\n---\n", "line 2: title: must be one value")]
    [InlineData("---\ntags: {a: b}\n---\n", "line 2: tags:")]
    [InlineData("---\nhanya kata\n---\n", "line 2:")]
    [InlineData("---\ntitle: \"tidak ditutup\n---\n", "line ")]
    public void A_wrong_value_is_named_by_line_and_key(string text, string place) =>
        Assert.StartsWith(place, Assert.Throws<UnreadableArticleException>(() => FrontMatter.Split(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Thousands_of_brackets_are_refused_at_once() =>
        Assert.Equal("line 2: front matter nests too deep", Assert.Throws<UnreadableArticleException>(() => FrontMatter.Split($"---\ntags: {new string('[', 30_000)}\n---\n")).Message);

    [Fact]
    public void Tags_may_be_one_line_with_commas() =>
        Assert.Equal(["air", "sawah"], FrontMatter.Split("---\ntags: air, sawah\n---\n").Matter!.Tags);
}
