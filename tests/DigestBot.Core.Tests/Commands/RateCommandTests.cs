using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class RateCommandTests
{
    [Fact]
    public async Task The_thumbs_under_a_digest_count_one_vote_a_person_and_article()
    {
        using var chat = await TestChat.OpenAsync();
        var digest = await chat.AskAsync("digest kopi");
        var thumbs = digest.Message.Buttons[^1];
        Assert.Equal(["👍", "👎"], thumbs.Select(button => button.Label));

        var answer = await chat.PressAsync(thumbs[0]);
        await chat.PressAsync(thumbs[0]);
        chat.User = "3";
        await chat.PressAsync(thumbs[1]);

        Assert.Equal("Terima kasih, dicatat: 👍 untuk Kopi Gayo.", PlainText.Of(answer.Message));
        Assert.True(answer.Private);
        Assert.Equal([("2", true), ("3", false)], chat.Votes.Given.Select(vote => (vote.Voter, vote.IsUp)).Order());

        chat.User = "2";
        await chat.PressAsync(thumbs[1]);
        Assert.All(chat.Votes.Given, vote => Assert.False(vote.IsUp));
    }

    [Fact]
    public async Task The_list_of_sections_that_a_post_of_several_articles_opens_has_thumbs()
    {
        using var chat = await TestChat.OpenAsync();
        var list = await chat.AskAsync("sections kopi");

        var answer = await chat.PressAsync(list.Message.Buttons[^1][1]);

        Assert.Equal("Terima kasih, dicatat: 👎 untuk Kopi Gayo.", PlainText.Of(answer.Message));
    }

    [Theory]
    [InlineData("id", "nilai 3 suka", "Terima kasih, dicatat: 👍 untuk Kopi Gayo.")]
    [InlineData("en", "rate kopi gayo down", "Thank you, noted: 👎 for Kopi Gayo.")]
    [InlineData("id", "nilai kopi 👍", "Terima kasih, dicatat: 👍 untuk Kopi Gayo.")]
    [InlineData("id", "nilai 3 👍🏽", "Terima kasih, dicatat: 👍 untuk Kopi Gayo.")]
    [InlineData("id", "nilai 3 👎️", "Terima kasih, dicatat: 👎 untuk Kopi Gayo.")]
    [InlineData("id", "nilai kopi tidak suka", "Terima kasih, dicatat: 👎 untuk Kopi Gayo.")]
    [InlineData("id", "nilai kopi gayo Gak Suka", "Terima kasih, dicatat: 👎 untuk Kopi Gayo.")]
    [InlineData("id", "nilai 3 kurang bagus", "Terima kasih, dicatat: 👎 untuk Kopi Gayo.")]
    [InlineData("en", "rate kopi don't like", "Thank you, noted: 👎 for Kopi Gayo.")]
    public async Task A_vote_can_be_typed(string language, string line, string answer)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.Equal(answer, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("nilai", "Sebut artikel dan nilainya")]
    [InlineData("nilai kopi", "Sebut artikel dan nilainya")]
    [InlineData("nilai suka", "Sebut artikel dan nilainya")]
    [InlineData("nilai kopi mungkin", "Sebut artikel dan nilainya")]
    [InlineData("nilai stroberi suka", "Tidak ada artikel")]
    public async Task What_is_no_vote_counts_nothing_and_says_how(string line, string answer)
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith(answer, await chat.SayAsync(line));

        Assert.Empty(chat.Votes.Given);
    }

    [Fact]
    public async Task An_operator_sees_the_votes_by_article_and_nobody_else_does()
    {
        using var chat = await TestChat.OpenAsync();
        Assert.StartsWith("Hanya pengelola bot ini", await chat.SayAsync("tanggapan"));
        chat.User = "1";
        Assert.StartsWith("Belum ada yang menilai", await chat.SayAsync("tanggapan"));

        await chat.AskAsync("nilai 3 suka");
        chat.User = "2";
        await chat.AskAsync("nilai 3 kurang");
        chat.User = "1";

        Assert.Equal(
            """
            Pendapat pembaca
            • Kopi Gayo · 👍 1 · 👎 1
            1 artikel · 👍 1 · 👎 1
            """, await chat.SayAsync("tanggapan"));
    }

    [Fact]
    public async Task What_only_resembles_an_article_gets_a_vote_once_it_is_confirmed()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("rate ayo up");

        Assert.Equal("“ayo” tidak ditemukan. Mungkin maksudmu:", PlainText.Of(answer.Message));
        Assert.Empty(chat.Votes.Given);
        Assert.Equal("Terima kasih, dicatat: 👍 untuk Kopi Gayo.", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));
    }
}
