using DigestBot.Subscriptions;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class PauseCommandTests
{
    [Theory]
    [InlineData("id", "jeda", "Oke, untuk sementara tidak ada yang dikirim ke sini. Langgananmu tetap tersimpan.\nDijeda sejak Sen 23 Nov 12:00 WIB. Lanjutkan dengan /lanjut.")]
    [InlineData("en", "pause 3 days", "All right, nothing is posted here for now. Your subscriptions are kept.\nnext: Thu 26 Nov 07:00 WIB")]
    [InlineData("id", "jeda sampai senin", "Oke, untuk sementara tidak ada yang dikirim ke sini. Langgananmu tetap tersimpan.\nberikutnya: Sen 30 Nov 07:00 WIB")]
    public async Task Posts_stop_and_subscriptions_stay(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        Assert.Equal(text, await chat.SayAsync(line));
        Assert.NotNull((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_pause_keeps_the_day_it_began()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");
        await chat.AskAsync("pause");
        chat.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Contains("Dijeda sejak Sen 23 Nov 12:00 WIB", await chat.SayAsync("pause"));
    }

    [Fact]
    public async Task A_pause_that_ends_before_the_next_slot_is_no_news()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        Assert.EndsWith("berikutnya: Sel 24 Nov 07:00 WIB", await chat.SayAsync("jeda sampai besok"));
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_changes_nothing()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal("“entah” belum bisa dibaca. Coba /jeda 3 hari, /jeda sampai senin, atau cukup /jeda.", await chat.SayAsync("jeda entah"));
        Assert.Null((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
    }

    [Theory]
    [InlineData("id", "lanjut", "Oke, lanjut lagi. Yang baru selama jeda datang dalam satu ringkasan.\nberikutnya: Kam 26 Nov 07:00 WIB")]
    [InlineData("en", "resume", "All right, posts go on. What was new meanwhile comes in one digest.\nnext: Thu 26 Nov 07:00 WIB")]
    public async Task Resume_goes_on_at_the_next_slot(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");
        await chat.AskAsync("pause");
        chat.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(text, await chat.SayAsync(line));
        Assert.Null((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
    }

    [Fact]
    public async Task Resume_without_a_pause_says_so_and_what_comes_next()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        Assert.Equal("Tidak ada yang sedang dijeda.\nberikutnya: Sel 24 Nov 07:00 WIB", await chat.SayAsync("lanjut"));
    }

    [Fact]
    public async Task Start_goes_on_where_the_platform_had_refused_the_chat_but_not_where_somebody_paused_it()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");
        var settings = await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken);
        await chat.Book.ChangeAsync(
            settings with { Pause = new ChatPause(true, "bot was blocked by the user", chat.Clock.GetUtcNow(), null) }, TestContext.Current.CancellationToken);

        Assert.Equal("Selamat datang kembali! Kirimannya jalan lagi di sini.\nberikutnya: Sel 24 Nov 07:00 WIB", await chat.SayAsync("start"));

        await chat.AskAsync("pause");
        Assert.StartsWith("Halo!", await chat.SayAsync("start"));
        Assert.NotNull((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
    }

    [Theory]
    [InlineData("id", "jeda off", "Untuk mengakhiri jeda, pakai /lanjut.")]
    [InlineData("en", "pause off", "To end a pause, use /resume.")]
    public async Task Off_leads_to_what_ends_a_pause(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("pause on");

        var answer = await chat.AskAsync(line);

        Assert.Equal(text, PlainText.Of(answer.Message));
        Assert.NotNull((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
        await chat.PressAsync(answer.Message.Buttons[0][0]);
        Assert.Null((await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
    }
}
