using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SubscribeCommandTests
{
    [Theory]
    [InlineData("id", "langganan", "Langganan aktif: semua topik, setiap hari pukul 07:00.", "berikutnya: Sel 24 Nov 07:00 WIB")]
    [InlineData("en", "subscribe", "Subscribed: all topics, every day at 07:00.", "next: Tue 24 Nov 07:00 WIB")]
    public async Task Without_an_argument_everything_is_subscribed_to_and_the_next_digest_named(string language, string line, string done, string next)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.SayAsync(line);

        Assert.StartsWith(done, answer);
        Assert.EndsWith(next, answer);
        Assert.Equal("all", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }

    [Theory]
    [InlineData("subscribe sains", "topic sains")]
    [InlineData("subscribe SAINS", "topic sains")]
    [InlineData("subscribe geopol", "topic geopolitik")]
    [InlineData("subscribe saisn", "topic sains")]
    [InlineData("subscribe 2", "article sains/merapi")]
    [InlineData("subscribe kopi gayo", "article sains/kopi")]
    [InlineData("subscribe semua", "all")]
    public async Task A_topic_or_an_article_is_found_by_what_was_typed(string line, string target)
    {
        using var chat = await TestChat.OpenAsync();

        await chat.AskAsync(line);

        Assert.Equal(target, Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }

    [Fact]
    public async Task What_fits_nothing_is_answered_with_the_topics_to_choose_from()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("langganan sepak bola");

        Assert.StartsWith("Tidak ada yang cocok dengan “sepak bola”.", PlainText.Of(answer.Message));
        Assert.Equal(["geopolitik", "sains", "teknologi"], answer.Message.Buttons.SelectMany(row => row).Select(button => button.Label));
        Assert.Contains("Langganan aktif: sains", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[1][0])).Message));
    }

    [Fact]
    public async Task A_second_time_nothing_is_added()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var answer = await chat.SayAsync("subscribe sains");

        Assert.StartsWith("Kamu sudah berlangganan sains.", answer);
        Assert.EndsWith("berikutnya: Sel 24 Nov 07:00 WIB", answer);
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_comes_already_is_not_subscribed_to_twice()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        Assert.StartsWith("sains sudah termasuk", await chat.SayAsync("subscribe sains"));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Subscribing_to_everything_tells_what_would_now_come_twice_and_offers_to_stop_it()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var answer = await chat.AskAsync("subscribe semua");

        Assert.Contains("bisa datang dua kali: sains", PlainText.Of(answer.Message));
        var stop = answer.Message.Buttons.SelectMany(row => row).Single(button => button.Label == "Berhenti: sains");
        Assert.StartsWith("Langganan dihentikan: sains", PlainText.Of((await chat.PressAsync(stop)).Message));
        Assert.Equal("all", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }
}
