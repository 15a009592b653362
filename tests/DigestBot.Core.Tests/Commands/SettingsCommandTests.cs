using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SettingsCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id", "Setelan\n• Bahasa: Bahasa Indonesia\n• Zona waktu: WIB (Asia/Jakarta), sekarang pukul 12:00\n• Tanpa jam tenang\n• Tampilan ringkasan seperti biasa\n• Kiriman datang dengan bunyi.\n• Ringkasan tidak disematkan.\n• Bagian ringkasan terbuka.\n1. sains · setiap hari pukul 07:00 · pendek\nberikutnya: Sel 24 Nov 07:00 WIB")]
    [InlineData("en", "Settings\n• Language: English\n• Time zone: WIB (Asia/Jakarta), now 12:00\n• No quiet hours\n• Digests have the default layout\n• Posts come with a sound.\n• Digests are not pinned.\n• Sections stand open.\n1. sains · every day at 07:00 · short\nnext: Tue 24 Nov 07:00 WIB")]
    public async Task All_settings_are_shown(string language, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe sains pendek");

        Assert.Equal(text, await chat.SayAsync("settings"));
    }

    [Fact]
    public async Task Every_setting_is_changed_by_a_button_that_shows_them_anew_in_its_place()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        await PressAsync(chat, "settings", "Tanpa bunyi", "Kiriman datang tanpa bunyi.");
        await PressAsync(chat, "settings", "Sematkan", "Ringkasan terbaru disematkan");
        await PressAsync(chat, "settings", "pendek", "1. sains · setiap hari pukul 07:00 · pendek");
        await PressAsync(chat, "settings", "✓ pendek", "pendek");
        await PressAsync(chat, "settings", "Jeda", "Dijeda sejak Sen 23 Nov 12:00 WIB.");
        await PressAsync(chat, "settings", "Lanjut", "berikutnya: Sel 24 Nov 07:00 WIB");

        var settings = await chat.Book.SettingsAsync(chat.Chat, Stop);
        Assert.Equal((true, true, null), (settings.Silent, settings.Pin, settings.Pause));
        Assert.Equal(DigestLength.Short, Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop)).Wants.Length);
    }

    [Theory]
    [InlineData("Bahasa", "Di sini bot berbahasa")]
    [InlineData("Zona waktu", "Zona waktu: WIB")]
    [InlineData("Jadwal", "Jadwal: setiap hari pukul 07:00.")]
    [InlineData("Tampilan", "Yang tampil di ringkasan: judul, tautan")]
    [InlineData("Jam tenang", "Belum ada jam tenang.")]
    [InlineData("Pratinjau", "Pratinjau: sains")]
    public async Task What_needs_more_than_a_press_leads_to_its_command(string label, string text)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith(text, PlainText.Of((await chat.PressAsync(Find(await chat.AskAsync("settings"), label))).Message));
    }

    [Fact]
    public async Task A_subscription_is_opened_and_changed_by_buttons()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains +gempa");
        var one = await chat.PressAsync(Find(await chat.AskAsync("settings"), "sains"));

        Assert.StartsWith("sains\n• setiap hari pukul 07:00\n• artikel dengan kata “gempa”\n", PlainText.Of(one.Message));
        one = await chat.PressAsync(Find(one, "panjang"));
        one = await chat.PressAsync(Find(one, "Teratas 5"));
        one = await chat.PressAsync(Find(one, "Mulai bersambung"));

        Assert.True(one.Replaces);
        var wants = Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop)).Wants;
        Assert.Equal((DigestLength.Long, 5, true, "gempa"), (wants.Length, wants.Top, wants.Serial, Assert.Single(wants.Include)));
        one = await chat.PressAsync(Find(one, "Artikel utuh"));
        Assert.StartsWith("Setelan\n", PlainText.Of((await chat.PressAsync(Find(one, "‹ Setelan"))).Message));
        await chat.PressAsync(Find(one, "Berhenti: sains"));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    [Theory]
    [InlineData("settings sains top 99", "“top 99” belum jelas")]
    [InlineData("settings sains apa ini", "Kata “apa ini” belum bisa dibaca")]
    [InlineData("settings bola", "Tidak ada setelan “bola”. Semuanya ada di /setelan.")]
    public async Task What_is_not_understood_is_named_and_changes_nothing(string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith(text, await chat.SayAsync(line));
        Assert.Equal(0, Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop)).Wants.Top);
    }

    [Fact]
    public async Task Without_a_subscription_it_says_how_to_begin()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("settings");

        Assert.EndsWith("Belum ada langganan. Mulai dengan /langganan, atau lihat-lihat dulu di /artikel.", PlainText.Of(answer.Message));
        Assert.NotNull(Find(answer, "Langganan semua"));
    }

    [Fact]
    public async Task What_only_resembles_a_subscription_is_no_setting()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe 3");

        Assert.StartsWith("Tidak ada setelan “ayo pendek”", await chat.SayAsync("settings ayo pendek"));
    }

    private static async Task PressAsync(TestChat chat, string line, string label, string text)
    {
        var answer = await chat.PressAsync(Find(await chat.AskAsync(line), label));
        Assert.Contains(text, PlainText.Of(answer.Message));
        Assert.True(answer.Replaces);
    }

    private static Button Find(Answer answer, string label) => answer.Message.Buttons.SelectMany(row => row).Single(button => button.Label == label);

    [Theory]
    [InlineData("settings zone WITA", "timezone WITA")]
    [InlineData("setelan zona waktu WITA", "timezone WITA")]
    [InlineData("setelan zonawaktu", "timezone")]
    [InlineData("setelan bahasa en", "language en")]
    [InlineData("settings layout title", "layout title")]
    [InlineData("setelan jadwal 18:00", "schedule 18:00")]
    public async Task What_a_command_of_its_own_sets_can_be_set_here_too(string line, string same)
    {
        using var chat = await TestChat.OpenAsync();
        using var other = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        await other.AskAsync("subscribe sains");

        Assert.Equal(await other.SayAsync(same), await chat.SayAsync(line));
        Assert.Equal(await other.SayAsync("settings"), await chat.SayAsync("settings"));
    }
}
