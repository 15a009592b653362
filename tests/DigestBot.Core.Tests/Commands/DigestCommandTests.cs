using DigestBot.Articles;
using DigestBot.Subscriptions;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class DigestCommandTests
{
    [Theory]
    [InlineData("id", "ringkasan", "20 Nov 2026 · 1 menit baca")]
    [InlineData("en", "digest", "20 Nov 2026 · 1 min read")]
    public async Task Without_an_argument_it_is_the_newest_article(string language, string line, string foot)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.Equal(
            $"""
            Pertemuan Putin dan Kim
            0.  Kalimat 1 tentang Pertemuan Putin dan Kim.
            1. Latar Belakang Kalimat 1 tentang Latar Belakang.
            2. Kerjasama Ekonomi Kalimat 1 tentang Kerjasama Ekonomi.
            3. Kerjasama Militer Kalimat 1 tentang Kerjasama Militer.
            4. Sanksi Dewan Keamanan Kalimat 1 tentang Sanksi Dewan Keamanan.
            {foot}
            """, await chat.SayAsync(line));
    }

    [Fact]
    public async Task In_a_chat_with_subscriptions_it_is_the_newest_that_the_chat_wants()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith("Merapi yang Selalu Terjaga", await chat.SayAsync("digest"));
    }

    [Fact]
    public async Task What_a_subscription_filters_out_is_not_what_the_chat_wants()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.Book.SubscribeAsync(chat.Chat, new Wants { Topic = "sains", Exclude = ["letusan"] }, null, TestContext.Current.CancellationToken);

        Assert.StartsWith("Kopi Gayo", await chat.SayAsync("digest"));
    }

    [Fact]
    public async Task Where_nothing_is_there_of_what_the_chat_wants_it_is_the_newest_of_all()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe 3");
        chat.Source.Articles.Remove(SmallArticles.Coffee);
        await chat.RefreshAsync();

        Assert.StartsWith("Pertemuan Putin dan Kim", await chat.SayAsync("digest"));
    }

    [Theory]
    [InlineData("digest sains", "Merapi yang Selalu Terjaga")]
    [InlineData("digest kopi", "Kopi Gayo")]
    [InlineData("digest 4", "Fast Trains")]
    [InlineData("digest semua", "Pertemuan Putin dan Kim")]
    public async Task A_topic_or_an_article_can_be_named(string line, string title)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith(title + "\n", await chat.SayAsync(line));
    }

    [Fact]
    public async Task Its_buttons_open_the_sections()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("digest");

        Assert.Equal(["Pembuka", "1", "2", "3", "4"], answer.Message.Buttons[0].Select(button => button.Label));
        Assert.Contains("3. Kerjasama Militer", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][3])).Message));
    }

    [Fact]
    public async Task What_fits_nothing_is_answered_with_what_there_is()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Tidak ada yang cocok dengan “sepak bola”.", await chat.SayAsync("digest sepak bola"));
    }

    [Fact]
    public async Task An_article_without_sections_is_its_opening()
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/surat", "Sepucuk Surat", null)]);

        Assert.Equal("Sepucuk Surat\n0.  Kalimat 1 tentang Sepucuk Surat.\n1 menit baca", await chat.SayAsync("digest"));
    }

    [Fact]
    public async Task Sections_without_text_have_no_place_in_a_digest()
    {
        var article = SmallArticles.Coffee with { Sections = [new Section("Tabel", 1, []), .. SmallArticles.Coffee.Sections] };
        using var chat = await TestChat.OpenAsync([article]);

        var answer = await chat.AskAsync("digest 1");

        Assert.DoesNotContain("Tabel", PlainText.Of(answer.Message));
        Assert.Contains("2. Asal-usul Kalimat 1", PlainText.Of(answer.Message));
        Assert.Equal(["Pembuka", "2", "3", "Daftar bagian"], answer.Message.Buttons.SelectMany(row => row).Select(button => button.Label).Take(4));
    }

    [Fact]
    public async Task Read_now_after_subscribing_shows_what_the_subscription_wants_and_as_long()
    {
        using var chat = await TestChat.OpenAsync();
        var subscribed = await chat.AskAsync("subscribe sains -letusan bagian: cara panjang");

        var answer = PlainText.Of((await chat.PressAsync(subscribed.Message.Buttons[0][0])).Message);

        Assert.StartsWith("Kopi Gayo\n2. Cara Olah Kalimat 1 tentang Cara Olah. Kalimat 2", answer);
        Assert.DoesNotContain("Asal-usul", answer);
        Assert.Equal(answer, await chat.SayAsync("digest"));
    }

    [Theory]
    [InlineData("id", "Saat ini tidak ada artikel yang cocok dengan langganan sains.\nIsinya: hanya bagian “sejarah” · tanpa artikel yang memuat “letusan”.")]
    [InlineData("en", "No article fits the subscription to sains at the moment.\nIt holds: only sections “sejarah” · none with “letusan”.")]
    public async Task A_subscription_that_lets_nothing_through_is_said_to(string language, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe sains -letusan bagian: sejarah");

        Assert.Equal(text, await chat.SayAsync("digest sains"));
    }

    [Fact]
    public async Task Of_a_subscribed_article_it_is_the_sections_that_are_wanted()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe kopi gayo bagian: -asal");

        var answer = await chat.SayAsync("digest kopi gayo");

        Assert.Contains("Cara Olah", answer);
        Assert.DoesNotContain("Asal-usul", answer);
    }
}
