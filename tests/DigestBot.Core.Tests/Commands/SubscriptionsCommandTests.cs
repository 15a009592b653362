using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SubscriptionsCommandTests
{
    [Theory]
    [InlineData("id", "langgananku", "Langgananmu\n1. sains · setiap hari pukul 07:00\n2. Pertemuan Putin dan Kim · Sen–Jum pukul 18:00\nberikutnya: Sen 23 Nov 18:00 WIB")]
    [InlineData("en", "subscriptions", "Your subscriptions\n1. sains · every day at 07:00\n2. Pertemuan Putin dan Kim · Mon–Fri at 18:00\nnext: Mon 23 Nov 18:00 WIB")]
    public async Task All_are_listed_with_their_schedules_and_what_comes_next(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("subscribe 1");
        await chat.AskAsync("schedule putin 18:00 sen-jum");

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Fact]
    public async Task Buttons_change_the_schedule_pause_and_end_them()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var buttons = (await chat.AskAsync("subscriptions")).Message.Buttons.SelectMany(row => row).ToArray();
        Assert.Equal(["Jadwal", "Jeda", "Setelan", "Berhenti: sains"], buttons.Select(button => button.Label));

        await chat.PressAsync(buttons[1]);
        Assert.Contains("Lanjut", (await chat.AskAsync("subscriptions")).Message.Buttons[0].Select(button => button.Label));
    }

    [Fact]
    public async Task Anyone_may_look()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        (chat.IsPrivate, chat.CanManage) = (false, false);

        Assert.StartsWith("Langgananmu\n1. sains", await chat.SayAsync("subscriptions"));
    }

    [Fact]
    public async Task Without_any_it_says_how_to_begin()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Belum ada langganan. Mulai dengan /langganan", await chat.SayAsync("langgananku"));
    }

    [Fact]
    public async Task A_thread_has_subscriptions_of_its_own()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        chat.Chat = chat.Chat with { Thread = "5" };

        Assert.StartsWith("Belum ada langganan.", await chat.SayAsync("langgananku"));
    }

    [Fact]
    public async Task Many_come_in_pages_each_with_a_button_that_opens_it()
    {
        using var chat = await TestChat.OpenAsync([.. Enumerable.Range(1, 20).Select(number => SmallArticles.Article($"t/{number:00}", $"Artikel {number}", null, "Isi"))]);
        for (var number = 1; number <= 20; number++)
            await chat.AskAsync($"subscribe {number}");

        var first = await chat.AskAsync("subscriptions");
        Assert.Contains("20 langganan · halaman 1 dari 3", PlainText.Of(first.Message));
        var second = await chat.PressAsync(first.Message.Buttons[^1][0]);
        Assert.True(second.Replaces);
        Assert.Contains("9. Artikel 9", PlainText.Of(second.Message));
        var ninth = second.Message.Buttons.SelectMany(row => row).Single(button => button.Label == "9");
        Assert.StartsWith("Artikel 9\n", PlainText.Of((await chat.PressAsync(ninth)).Message));

        var settings = await chat.AskAsync("settings");
        Assert.DoesNotContain("9. Artikel 9", PlainText.Of(settings.Message));
        var more = settings.Message.Buttons[^1][0];
        Assert.Equal("+12 lagi", more.Label);
        Assert.Contains("9. Artikel 9", PlainText.Of((await chat.PressAsync(more)).Message));
        Assert.Equal("Langgananku", (await chat.AskAsync("unsubscribe")).Message.Buttons[^1][0].Label);
    }
}
