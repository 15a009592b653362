using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class UnsubscribeCommandTests
{
    [Theory]
    [InlineData("id", "berhenti", "Langganan dihentikan: sains.\nBelum ada langganan. Mulai dengan /langganan, atau lihat-lihat dulu di /artikel.")]
    [InlineData("en", "unsubscribe", "Stopped: sains.\nYou have no subscriptions yet. Start with /subscribe, or look at /articles first.")]
    public async Task The_only_subscription_needs_no_name(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe sains");

        Assert.Equal(text, await chat.SayAsync(line));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("unsubscribe 2")]
    [InlineData("unsubscribe sains")]
    [InlineData("unsubscribe sain")]
    [InlineData("berhenti SAINS")]
    public async Task One_of_several_is_ended_by_number_or_name_and_the_rest_go_on(string line)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe sains");

        Assert.Equal("Langganan dihentikan: sains.\nberikutnya: Sel 24 Nov 07:00 WIB", await chat.SayAsync(line));
        Assert.Equal("topic geopolitik", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }

    [Fact]
    public async Task Of_several_it_asks_which_and_an_old_button_never_ends_another()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe 3");

        var question = await chat.AskAsync("unsubscribe");
        Assert.Equal("Yang mana yang mau dihentikan?", PlainText.Of(question.Message));
        Assert.Equal(["Berhenti: geopolitik", "Berhenti: Kopi Gayo"], question.Message.Buttons.Select(row => row[0].Label));

        await chat.PressAsync(question.Message.Buttons[0][0]);
        var again = await chat.PressAsync(question.Message.Buttons[0][0]);

        Assert.StartsWith("Kamu tidak berlangganan", PlainText.Of(again.Message));
        Assert.Equal("article sains/kopi", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }

    [Theory]
    [InlineData("unsubscribe all")]
    [InlineData("berhenti semua")]
    public async Task All_of_them_are_ended_at_once(string line)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith("Langganan dihentikan: geopolitik, sains.", await chat.SayAsync(line));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_subscription_whose_article_is_gone_can_still_be_ended()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe 3");
        chat.Source.Articles.Remove(SmallArticles.Coffee);
        await chat.RefreshAsync();

        Assert.StartsWith("Langganan dihentikan: sains/kopi.", await chat.SayAsync("unsubscribe kopi"));
    }

    [Fact]
    public async Task Without_subscriptions_it_says_how_to_begin()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Belum ada langganan. Mulai dengan /langganan", await chat.SayAsync("unsubscribe sains"));
    }

    [Fact]
    public async Task What_only_resembles_a_subscription_ends_none()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe 3");

        var answer = await chat.AskAsync("berhenti ayo");

        Assert.Equal("“ayo” tidak ditemukan. Mungkin maksudmu:", PlainText.Of(answer.Message));
        Assert.Equal(["Berhenti: Kopi Gayo"], answer.Message.Buttons.Select(row => row[0].Label));
        Assert.Equal(2, (await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Stop_is_the_same()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith("Langganan dihentikan: sains.", await chat.SayAsync("stop"));
    }
}
