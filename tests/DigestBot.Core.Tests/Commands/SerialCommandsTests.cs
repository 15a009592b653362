using DigestBot.Subscriptions;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SerialCommandsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Next_reads_section_by_section_and_the_slot_goes_on_from_there()
    {
        using var chat = await TestChat.OpenAsync();
        Assert.Contains("Setiap jadwal membawa satu bagian.", await chat.SayAsync("langganan kopi gayo serial"));

        Assert.Contains("0.  Kalimat 1 tentang Kopi Gayo.", await chat.SayAsync("berikutnya"));
        var second = await chat.AskAsync("next");

        Assert.Contains("1. Asal-usul Kalimat 1 tentang Asal-usul.", PlainText.Of(second.Message));
        Assert.EndsWith("2/3 ▓▓▓▓▓▓░░░░ · 1 Okt 2026 · 1 menit baca", PlainText.Of(second.Message));
        Assert.Equal(new SerialPlace("sains/kopi", 2), Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop)).Serial);
        Assert.Contains("2/3, Kopi Gayo", await chat.SayAsync("langgananku"));
        Assert.Contains("giliran bagian 3/3", await chat.SayAsync("pratinjau"));
    }

    [Fact]
    public async Task Buttons_turn_forth_and_back()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe kopi gayo serial");
        await chat.AskAsync("next");
        var second = await chat.AskAsync("next");
        var (back, next) = (second.Message.Buttons[^1][0], second.Message.Buttons[^1][1]);

        Assert.Equal(("‹ Mundur", "Lanjut ›"), (back.Label, next.Label));
        Assert.Contains("0.  Kalimat 1", PlainText.Of((await chat.PressAsync(back)).Message));
        Assert.StartsWith("Kopi Gayo: ini sudah awalnya.", PlainText.Of((await chat.PressAsync(back)).Message));
        Assert.Contains("1. Asal-usul", PlainText.Of((await chat.PressAsync(next)).Message));
        Assert.Contains("2. Cara Olah", PlainText.Of((await chat.PressAsync(next)).Message));
        Assert.StartsWith("Kopi Gayo: sudah sampai akhir.", PlainText.Of((await chat.PressAsync(next)).Message));
    }

    [Theory]
    [InlineData("id", "Belum ada bacaan bersambung. Mulai dengan /langganan sains serial")]
    [InlineData("en", "There is no serial yet. Start one with /subscribe sains serial")]
    public async Task Without_a_serial_it_says_how_to_start_one(string language, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe sains");

        var answer = await chat.AskAsync("next");
        Assert.StartsWith(text, PlainText.Of(answer.Message));
        Assert.Contains("Merapi", PlainText.Of((await chat.AskAsync("preview")).Message));

        await chat.PressAsync(answer.Message.Buttons[0][0]);
        Assert.True(Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop)).Wants.Serial);
    }

    [Fact]
    public async Task A_section_that_an_editor_takes_out_behind_the_reader_passes_over_none_that_is_to_come()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe pyongyang serial");
        await chat.AskAsync("next");
        await chat.AskAsync("next");

        chat.Source.Articles[0] = SmallArticles.Article("geopolitik/pyongyang", SmallArticles.Pyongyang.Title, SmallArticles.Pyongyang.Date,
            "Kerjasama Ekonomi", "Kerjasama Militer", "Sanksi Dewan Keamanan");
        await chat.RefreshAsync();

        Assert.Contains("1. Kerjasama Ekonomi", await chat.SayAsync("next"));
    }

    [Fact]
    public async Task Of_several_serials_it_asks_which()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe kopi gayo serial");
        await chat.AskAsync("subscribe geopolitik serial");

        var which = await chat.AskAsync("next");

        Assert.Equal(["Kopi Gayo", "geopolitik"], which.Message.Buttons.SelectMany(row => row).Select(button => button.Label));
        Assert.StartsWith("Pertemuan Putin dan Kim", PlainText.Of((await chat.PressAsync(which.Message.Buttons[1][0])).Message));
        Assert.StartsWith("Kopi Gayo", await chat.SayAsync("next kopi"));
    }

    [Fact]
    public async Task Before_the_beginning_and_over_nothing_it_says_what_to_do()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe kopi gayo serial bagian: tidak ada");

        Assert.StartsWith("Kopi Gayo: belum mulai dibaca. Mulai dengan /berikutnya.", await chat.SayAsync("mundur"));
        Assert.StartsWith("Kopi Gayo: belum ada yang bisa dibaca.", await chat.SayAsync("berikutnya"));
    }

    [Fact]
    public async Task Turned_at_the_same_time_by_two_no_section_is_skipped()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe kopi gayo serial");
        var old = Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop));
        await chat.AskAsync("next");

        Assert.False(await chat.Book.TurnSerialAsync(old, new SerialPlace("sains/kopi", 1), 7, Stop));
        Assert.Contains("1. Asal-usul", await chat.SayAsync("next"));
    }

    [Fact]
    public async Task What_only_resembles_a_serial_turns_none()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik serial");
        await chat.AskAsync("subscribe 3 serial");

        Assert.Equal("Bacaan bersambung yang mana?", await chat.SayAsync("next ayo"));
    }

    [Theory]
    [InlineData("id", "berikutnya geopolitik", "“geopolitik” bukan bacaan bersambung di sini. Yang ada:")]
    [InlineData("id", "mundur 1", "“1” bukan bacaan bersambung di sini. Yang ada:")]
    [InlineData("en", "next trains", "“trains” is not a serial here. Serials:")]
    public async Task A_name_that_is_no_serial_turns_none_though_there_is_only_one(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe kopi gayo serial");
        await chat.AskAsync("next");

        var answer = await chat.AskAsync(line);

        Assert.Equal(text, PlainText.Of(answer.Message));
        Assert.Equal(["Kopi Gayo"], answer.Message.Buttons.Select(row => row[0].Label));
        Assert.Equal(new SerialPlace("sains/kopi", 1), (await chat.Book.ListAsync(chat.Chat, Stop))[1].Serial);
    }

    [Fact]
    public async Task A_serial_is_turned_by_its_number_in_the_list_of_subscriptions()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe kopi gayo serial");

        Assert.StartsWith("Kopi Gayo", await chat.SayAsync("next 2"));
    }
}
