using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class ArticlesCommandTests
{
    [Theory]
    [InlineData("id", "artikel", "Artikel\n1. Pertemuan Putin dan Kim · geopolitik · 20 Nov 2026 · 1 menit baca", "4 artikel")]
    [InlineData("en", "articles", "Articles\n1. Pertemuan Putin dan Kim · geopolitik · 20 Nov 2026 · 1 min read", "4 articles")]
    public async Task All_articles_are_listed_the_newest_first(string language, string line, string begin, string end)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.SayAsync(line);

        Assert.StartsWith(begin, answer);
        Assert.EndsWith(end, answer);
    }

    [Theory]
    [InlineData("articles sains")]
    [InlineData("articles SAINS")]
    [InlineData("articles sain")]
    [InlineData("articles siains")]
    public async Task The_articles_of_a_topic_keep_the_numbers_of_the_whole_list(string line)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("sains\n2. Merapi yang Selalu Terjaga · sains", await chat.SayAsync(line));
    }

    [Fact]
    public async Task A_number_opens_the_digest_of_its_article()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("articles sains");

        Assert.StartsWith("Kopi Gayo\n0.", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][1])).Message));
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("articles arsip")]
    public async Task Many_articles_are_paged(string line)
    {
        using var chat = await TestChat.OpenAsync(Many("arsip", 20));

        var first = await chat.AskAsync(line);
        var second = await chat.PressAsync(first.Message.Buttons[^1].Single());
        var third = await chat.PressAsync(second.Message.Buttons[^1][1]);

        Assert.EndsWith("20 artikel · halaman 1 dari 3", PlainText.Of(first.Message));
        Assert.False(first.Replaces);
        Assert.True(second.Replaces);
        Assert.Contains("\n9. ", PlainText.Of(second.Message));
        Assert.Contains("\n20. ", PlainText.Of(third.Message));
    }

    [Theory]
    [InlineData("articles 2", "halaman 2 dari 3")]
    [InlineData("articles 99", "halaman 3 dari 3")]
    [InlineData("articles 0", "halaman 1 dari 3")]
    public async Task A_page_that_is_not_there_is_the_nearest_that_is(string line, string page)
    {
        using var chat = await TestChat.OpenAsync(Many("arsip", 20));

        Assert.EndsWith(page, await chat.SayAsync(line));
    }

    [Fact]
    public async Task A_topic_that_is_a_number_is_a_topic()
    {
        using var chat = await TestChat.OpenAsync(Many("2026", 2));

        Assert.StartsWith("2026\n1. ", await chat.SayAsync("articles 2026"));
    }

    [Fact]
    public async Task A_topic_that_is_not_there_is_answered_with_those_that_are()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("articles olahraga");

        Assert.Equal("Tidak ada topik yang cocok dengan “olahraga”. Yang ada:", PlainText.Of(answer.Message));
        Assert.StartsWith("sains\n2.", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[1][0])).Message));
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("sections 1")]
    [InlineData("section 1 2")]
    [InlineData("digest")]
    public async Task Where_there_are_no_articles_it_says_what_happens_next(string line)
    {
        using var chat = await TestChat.OpenAsync([]);

        Assert.Equal("Belum ada artikel. Begitu ada yang ditambahkan, artikelnya muncul di /artikel.", await chat.SayAsync(line));
    }

    private static IEnumerable<Article> Many(string topic, int count) =>
        Enumerable.Range(1, count).Select(number => SmallArticles.Article($"{topic}/artikel-{number:00}", $"Judul {number:00}", null, "Isi"));

    [Fact]
    public async Task What_a_digest_had_no_room_for_is_listed_by_its_button()
    {
        using var chat = await TestChat.OpenAsync([.. Enumerable.Range(1, 20).Select(number => SmallArticles.Article($"t/{number:00}", $"Artikel {number}", null, "Isi"))]);
        await chat.AskAsync("subscribe");
        var subscription = Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
        var selection = Selection.Of(chat.Library, subscription.Wants, position: 2, serial: null);
        var post = DigestMessages.ForPost(Posts.Of(selection, subscription.Wants, new DigestBuilder(new FirstSentences())), Words.Indonesian);
        var more = post.Buttons[^1][0];

        Assert.Equal("+5 lagi", more.Label);
        var list = await chat.PressAsync(more);
        Assert.StartsWith("Isi ringkasan\n", PlainText.Of(list.Message));
        Assert.Contains("18 artikel · halaman 1 dari 3", PlainText.Of(list.Message));
        var next = await chat.PressAsync(list.Message.Buttons[^1][0]);
        Assert.Contains("18 artikel · halaman 2 dari 3", PlainText.Of(next.Message));
        Assert.True(next.Replaces);
    }

    [Fact]
    public async Task A_digests_list_holds_what_the_subscription_wants_alone()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var list = await chat.SayAsync($"articles {TargetFinder.TopicKey("sains")} 1-4");

        Assert.Contains("2 artikel", list);
        Assert.DoesNotContain("Putin", list);
    }

    [Fact]
    public async Task A_digests_list_that_somebody_else_opens_holds_its_topic_alone()
    {
        using var chat = await TestChat.OpenAsync();

        var list = await chat.SayAsync($"start articles-{TargetFinder.TopicKey("sains")}-1-4");

        Assert.StartsWith("Isi ringkasan", list);
        Assert.Contains("2 artikel", list);
    }

    [Fact]
    public async Task A_list_whose_articles_are_all_gone_is_the_list_of_those_there_are()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Artikel\n1. Pertemuan Putin dan Kim", await chat.SayAsync("articles all 900-950"));
    }

    [Theory]
    [InlineData("list", "articles")]
    [InlineData("topik sains", "articles sains")]
    [InlineData("topics sains", "articles sains")]
    public async Task A_list_and_the_topics_are_asked_for_by_their_names(string line, string same)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal(await chat.SayAsync(same), await chat.SayAsync(line));
    }
}
