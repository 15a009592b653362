using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SectionsCommandTests
{
    [Theory]
    [InlineData("id", "daftarbagian 2", "0. Pembuka", "10 Nov 2026 · 1 menit baca")]
    [InlineData("en", "sections merapi", "0. Opening", "10 Nov 2026 · 1 min read")]
    public async Task An_article_is_shown_with_its_overview_and_headings(string language, string line, string opening, string foot)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.AskAsync(line);

        Assert.Equal(
            $"""
            Merapi yang Selalu Terjaga
            Kalimat 1 tentang Merapi yang Selalu Terjaga. Kalimat 2 tentang Merapi yang Selalu Terjaga. Kalimat 3 tentang Merapi yang Selalu Terjaga.
            {opening}
            1. Letak
            2. Sejarah Letusan
            3. Ekonomi Lereng
            {foot}
            """, PlainText.Of(answer.Message));
        var key = SmallArticles.Merapi.Id.Key;
        Assert.Equal([$"section {key} 0", $"section {key} 1", $"section {key} 2", $"section {key} 3"], answer.Message.Buttons[0].Select(button => button.Action));
    }

    [Fact]
    public async Task A_long_article_has_pages()
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/panjang", "Panjang", null, [.. Enumerable.Range(1, 24).Select(number => $"Bab {number}")])]);

        var first = await chat.AskAsync("sections 1");
        var second = await chat.PressAsync(first.Message.Buttons[^2].Single());

        Assert.EndsWith("halaman 1 dari 2", PlainText.Of(first.Message));
        Assert.True(second.Replaces);
        Assert.StartsWith("Panjang\n15. Bab 15", PlainText.Of(second.Message));
        Assert.Contains("24. Bab 24", PlainText.Of(second.Message));
        Assert.Equal(["‹ Sebelumnya"], second.Message.Buttons[^2].Select(button => button.Label));
    }

    [Fact]
    public async Task Without_an_article_it_asks_which()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("sections");

        Assert.Equal("Artikel yang mana?", PlainText.Of(answer.Message));
        Assert.Contains("Kalimat 1 tentang Kopi Gayo", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[2][0])).Message));
    }

    [Fact]
    public async Task Several_articles_that_fit_are_asked_about()
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/gayo", "Kopi Gayo", null, "Asal"), SmallArticles.Article("a/toraja", "Kopi Toraja", null, "Asal")]);

        var answer = await chat.AskAsync("sections kopi to");
        var both = await chat.AskAsync("sections kopi");

        Assert.Contains("Kopi Toraja", PlainText.Of(answer.Message));
        Assert.Equal("Ada beberapa yang cocok dengan “kopi”. Maksudmu yang mana?", PlainText.Of(both.Message));
        Assert.Equal(["Kopi Gayo", "Kopi Toraja"], both.Message.Buttons.Select(row => row.Single().Label));
    }

    [Fact]
    public async Task A_number_out_of_range_is_answered_with_what_there_is()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal("Tidak ada artikel yang cocok dengan “99”. Yang ada:", await chat.SayAsync("sections 99"));
        Assert.Equal(new Button("Kopi Gayo", $"sections {SmallArticles.Coffee.Id.Key}"), (await chat.AskAsync("sections 99")).Message.Buttons[2][0]);
    }
}
