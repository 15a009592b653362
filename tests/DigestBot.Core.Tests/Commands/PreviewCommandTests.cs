using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class PreviewCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id", "Pratinjau: semua topik\nKalau dikirim sekarang: 2 dari 5 artikel.\nIsinya: hanya bagian “ekonomi” · tanpa artikel yang memuat “lereng”.",
        new[] { "✓ Kapal · baru", "✓ Pertemuan Putin dan Kim · diperbarui, 1 dari 4 bagian", "– Merapi yang Selalu Terjaga · memuat “lereng” yang tidak kamu mau", "– Kopi Gayo · tidak baru sejak kiriman terakhir", "– Fast Trains · tidak baru sejak kiriman terakhir" },
        "berikutnya: Sel 24 Nov 07:00 WIB")]
    [InlineData("en", "Preview: all topics\nIf it came now: 2 of 5 articles.\nIt holds: only sections “ekonomi” · none with “lereng”.",
        new[] { "✓ Kapal · new", "✓ Pertemuan Putin dan Kim · updated, 1 of 4 sections", "– Merapi yang Selalu Terjaga · has “lereng”, which you left out", "– Kopi Gayo · not new since the last digest", "– Fast Trains · not new since the last digest" },
        "next: Tue 24 Nov 07:00 WIB")]
    public async Task Every_article_is_listed_with_why_it_is_in_or_out(string language, string begin, string[] lines, string end)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe bagian: ekonomi kata: -lereng");
        var subscription = Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop));
        await chat.Store.SaveAsync([subscription with { Position = chat.Library.Position }], Stop);
        chat.Source.Articles[0] = SmallArticles.Article("geopolitik/pyongyang", SmallArticles.Pyongyang.Title, SmallArticles.Pyongyang.Date,
            "Latar Belakang", "Ekonomi Baru", "Kerjasama Militer", "Sanksi Dewan Keamanan");
        chat.Source.Articles[1] = SmallArticles.Article("sains/merapi", SmallArticles.Merapi.Title, SmallArticles.Merapi.Date, "Letak", "Ekonomi Lereng");
        chat.Source.Articles.Add(SmallArticles.Article("laut/kapal", "Kapal", new DateOnly(2026, 11, 22), "Ekonomi Laut", "Lain"));
        await chat.RefreshAsync();

        var answer = await chat.AskAsync("preview");

        var text = PlainText.Of(answer.Message);
        Assert.StartsWith(begin, text);
        Assert.Equal(lines, text.Split('\n').Where(line => line[0] is '✓' or '–'));
        Assert.EndsWith(end, text);
        Assert.True(answer is { Private: true, IsAskersAlone: true });
    }

    [Fact]
    public async Task A_first_digest_and_one_of_a_topic_say_why_the_others_are_out()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var text = await chat.SayAsync("pratinjau");

        Assert.Contains("✓ Merapi yang Selalu Terjaga · baru", text);
        Assert.Contains("– Kopi Gayo · artikel lama: kiriman pertama hanya yang terbaru", text);
        Assert.Contains("– Pertemuan Putin dan Kim · topik lain", text);
    }

    [Fact]
    public async Task The_digest_itself_is_a_button_away_and_moves_nothing()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains pendek");
        var show = (await chat.AskAsync("preview")).Message.Buttons[0][0];

        Assert.Equal("Lihat isinya", show.Label);
        var contents = PlainText.Of((await chat.PressAsync(show)).Message);
        Assert.StartsWith("Merapi yang Selalu Terjaga\n0.  Kalimat 1 tentang Merapi yang Selalu Terjaga.\n1. Letak Kalimat 1 tentang Letak.\n", contents);
        Assert.Null(Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop)).Position);
    }

    [Fact]
    public async Task Nothing_new_is_said_and_the_other_subscriptions_are_offered()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("subscribe geopolitik -putin");

        var answer = await chat.AskAsync("preview geopolitik");

        Assert.StartsWith("Pratinjau: geopolitik\nKalau dikirim sekarang, tidak ada isinya", PlainText.Of(answer.Message));
        Assert.Contains("Pratinjau: sains", answer.Message.Buttons.SelectMany(row => row).Select(button => button.Label));
        Assert.StartsWith("Kamu tidak berlangganan “bola”", await chat.SayAsync("preview bola"));
    }

    [Fact]
    public async Task Many_articles_come_in_pages()
    {
        using var chat = await TestChat.OpenAsync([.. Enumerable.Range(1, 30).Select(number => SmallArticles.Article($"t/{number}", $"Artikel {number}", null, "Isi"))]);
        await chat.AskAsync("subscribe");

        var first = await chat.AskAsync("preview");
        var second = await chat.PressAsync(first.Message.Buttons.SelectMany(row => row).Single(button => button.Label == "Berikutnya ›"));

        Assert.Contains("halaman 1 dari 3", PlainText.Of(first.Message));
        Assert.Contains("halaman 2 dari 3", PlainText.Of(second.Message));
        Assert.True(second.Replaces);
    }

    [Theory]
    [InlineData("id", "Belum ada langganan. Mulai dengan /langganan")]
    [InlineData("en", "You have no subscriptions yet. Start with /subscribe")]
    public async Task Without_a_subscription_it_says_how_to_begin(string language, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.StartsWith(text, await chat.SayAsync("preview"));
    }
}
