using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SearchCommandTests
{
    [Theory]
    [InlineData("id", "cari letusan", "Hasil: letusan", "1 hasil")]
    [InlineData("en", "search letusan", "Found: letusan", "1 place")]
    public async Task A_place_is_shown_with_its_article_and_its_sentence_and_opens(string language, string line, string title, string foot)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.AskAsync(line);

        Assert.Equal(
            $"""
            {title}
            1. Sejarah Letusan · Merapi yang Selalu Terjaga — Kalimat 1 tentang Sejarah Letusan.
            {foot}
            """, PlainText.Of(answer.Message));
        var opened = await chat.PressAsync(Assert.Single(answer.Message.Buttons[0]));
        Assert.StartsWith("Merapi yang Selalu Terjaga\n2. Sejarah Letusan", PlainText.Of(opened.Message));
    }

    [Fact]
    public async Task A_heading_that_is_written_with_its_number_is_shown_without_it()
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/kereta", "Kereta", null, "1. Ratangga")]);

        Assert.Contains("\n1. Ratangga · Kereta", await chat.SayAsync("cari ratangga"));
    }

    [Fact]
    public async Task A_title_opens_its_list_of_sections()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("cari kopi gayo");

        Assert.Contains("1. Kopi Gayo — Kalimat 1", PlainText.Of(answer.Message));
        Assert.StartsWith("Kopi Gayo\n", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));
    }

    [Fact]
    public async Task Many_places_have_pages_that_replace_each_other()
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/panjang", "Panjang", null, [.. Enumerable.Range(1, 12).Select(number => $"Bab {number}")])]);

        var first = await chat.AskAsync("cari bab");
        var second = await chat.PressAsync(first.Message.Buttons[^1].Single());
        var third = await chat.PressAsync(second.Message.Buttons[^1][^1]);

        Assert.EndsWith("12 hasil · halaman 1 dari 3", PlainText.Of(first.Message));
        Assert.True(second.Replaces);
        Assert.Contains("\n6. ", PlainText.Of(second.Message));
        Assert.EndsWith("12 hasil · halaman 3 dari 3", PlainText.Of(third.Message));
        Assert.Equal(["11", "12"], third.Message.Buttons[0].Select(button => button.Label));
    }

    [Fact]
    public async Task Words_too_long_for_a_button_give_one_longer_page()
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/panjang", "Panjang", null, [.. Enumerable.Range(1, 12).Select(number => $"Pembangunan {number}")])]);

        var answer = await chat.AskAsync("cari pembangunan pembangunan pembangunan pembangunan");

        Assert.Contains("\n10. ", PlainText.Of(answer.Message));
        Assert.All(answer.Message.Buttons.SelectMany(row => row), button => Assert.StartsWith("section ", button.Action));
    }

    [Fact]
    public async Task Where_no_section_has_all_words_it_says_so()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Contains("Tidak ada bagian yang memuat semua kata itu", await chat.SayAsync("cari letusan olah"));
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do_next()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("cari stroberi");

        Assert.Contains("Tidak ada bagian yang memuat “stroberi”. Coba kata yang lebih sedikit", PlainText.Of(answer.Message));
        Assert.Equal(["articles"], answer.Message.Buttons.SelectMany(row => row).Select(button => button.Action));
    }

    [Fact]
    public async Task A_heading_spelled_nearly_so_is_offered()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("cari letussan");

        Assert.Contains("ejaannya mirip", PlainText.Of(answer.Message));
        Assert.Equal("Sejarah Letusan · Merapi yang Selalu Te…", answer.Message.Buttons[0][0].Label);
        Assert.StartsWith("Merapi yang Selalu Terjaga\n2. Sejarah Letusan", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));
    }

    [Theory]
    [InlineData("cari")]
    [InlineData("cari ?!")]
    public async Task Without_words_it_says_how(string line)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Tulis yang dicari, misalnya /cari ekonomi", await chat.SayAsync(line));
    }

    [Fact]
    public async Task What_was_chosen_while_typing_opens_at_once()
    {
        using var chat = await TestChat.OpenAsync();
        var choices = await Suggest(chat, "letusan");

        Assert.Equal("Sejarah Letusan · Merapi yang Selalu Terjaga", Assert.Single(choices).Label);
        Assert.StartsWith("Merapi yang Selalu Terjaga\n2. Sejarah Letusan", await chat.SayAsync($"search {choices[0].Value}"));
        Assert.StartsWith("Kopi Gayo\n", await chat.SayAsync($"search {(await Suggest(chat, "gayo"))[0].Value}"));
    }

    [Fact]
    public async Task Before_anything_is_typed_the_newest_articles_are_offered()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.Equal(SmallArticles.All.Select(article => article.Title), (await Suggest(chat, "")).Select(choice => choice.Label));
    }

    [Theory]
    [InlineData("cari ffffffff/9")]
    [InlineData("cari /")]
    [InlineData("cari \"; DROP TABLE editions; --")]
    [InlineData("cari # 2")]
    [InlineData("cari ' OR ''='")]
    public async Task Odd_input_is_answered_like_any_other(string line)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.DoesNotContain(Words.Indonesian["Failed"], await chat.SayAsync(line));
    }

    private static Task<IReadOnlyList<Choice>> Suggest(TestChat chat, string typed) => chat.Dispatcher.SuggestAsync(
        new SuggestionRequest { Chat = chat.Chat, User = chat.User, Command = "search", Parameter = "text", Typed = typed }, TestContext.Current.CancellationToken);
}
