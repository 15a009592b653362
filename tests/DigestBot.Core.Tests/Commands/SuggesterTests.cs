using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SuggesterTests
{
    [Theory]
    [InlineData("section", "article", "", "", "Pertemuan Putin dan Kim|Merapi yang Selalu Terjaga|Kopi Gayo|Fast Trains")]
    [InlineData("bagian", "article", "kopi", "", "Kopi Gayo")]
    [InlineData("section", "section", "", "kopi gayo", "0. Pembuka|1. Asal-usul|2. Cara Olah")]
    [InlineData("section", "section", "kerja", "1", "2. Kerjasama Ekonomi|3. Kerjasama Militer")]
    [InlineData("section", "section", "", "sepak bola", "")]
    [InlineData("articles", "topic", "sa", "", "sains")]
    [InlineData("subscribe", "what", "geo", "", "geopolitik")]
    [InlineData("timezone", "zone", "wita", "", "WITA")]
    [InlineData("language", "language", "", "", "Bahasa Indonesia|English")]
    [InlineData("schedule", "times", "7", "", "")]
    [InlineData("nothing", "article", "", "", "")]
    [InlineData("section", "nothing", "", "", "")]
    public async Task What_is_typed_is_completed(string command, string parameter, string typed, string article, string labels)
    {
        using var chat = await TestChat.OpenAsync();

        var choices = await Suggest(chat, command, parameter, typed, article);

        Assert.Equal(labels, string.Join('|', choices.Select(choice => choice.Label)));
    }

    [Fact]
    public async Task A_value_put_on_the_command_line_means_what_the_label_says()
    {
        using var chat = await TestChat.OpenAsync();
        var article = Assert.Single(await Suggest(chat, "section", "article", "kopi", ""));
        var section = Assert.Single(await Suggest(chat, "section", "section", "olah", article.Value));

        Assert.StartsWith("Kopi Gayo\n2. Cara Olah", await chat.SayAsync($"section {article.Value} {section.Value}"));
        Assert.StartsWith("Langganan aktif: sains", await chat.SayAsync($"subscribe {(await Suggest(chat, "subscribe", "what", "sains", ""))[0].Value}"));
        Assert.StartsWith("Langganan dihentikan: sains", await chat.SayAsync($"unsubscribe {(await Suggest(chat, "unsubscribe", "what", "", ""))[0].Value}"));
        Assert.StartsWith("Zona waktu: WITA", await chat.SayAsync($"timezone {(await Suggest(chat, "timezone", "zone", "wita", ""))[0].Value}"));
    }

    [Fact]
    public async Task There_are_never_more_than_a_platform_takes_and_none_is_too_long()
    {
        using var chat = await TestChat.OpenAsync(
            Enumerable.Range(1, 60).Select(number => SmallArticles.Article($"a/{number}", new string('x', 150) + number, null, "Isi")));

        var choices = await Suggest(chat, "section", "article", "", "");

        Assert.Equal(Suggester.Most, choices.Count);
        Assert.All(choices, choice => Assert.InRange(choice.Label.Length, 1, 100));
    }

    [Fact]
    public async Task Where_the_store_fails_nothing_is_offered()
    {
        using var chat = await TestChat.OpenAsync();
        chat.Store.Failure = new InvalidOperationException();

        Assert.Empty(await Suggest(chat, "unsubscribe", "what", "", ""));
    }

    private static Task<IReadOnlyList<Choice>> Suggest(TestChat chat, string command, string parameter, string typed, string article) =>
        chat.Dispatcher.SuggestAsync(
            new SuggestionRequest { Chat = chat.Chat, User = chat.User, Command = command, Parameter = parameter, Typed = typed, Article = article },
            TestContext.Current.CancellationToken);
}
