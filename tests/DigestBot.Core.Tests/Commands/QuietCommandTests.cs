using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class QuietCommandTests
{
    [Theory]
    [InlineData("22:00-06:00", 22, 0, 6, 0)]
    [InlineData("22.30 - 5", 22, 30, 5, 0)]
    [InlineData("10 malam sampai 6 pagi", 22, 0, 6, 0)]
    [InlineData("from 10pm to 6am", 22, 0, 6, 0)]
    [InlineData("jam 21 s/d jam 4", 21, 0, 4, 0)]
    public void Hours_are_read_as_people_write_them(string text, int from, int minute, int to, int toMinute)
    {
        Assert.True(QuietText.TryParse(text, out var hours));
        Assert.Equal(new QuietHours(new TimeOnly(from, minute), new TimeOnly(to, toMinute)), hours);
    }

    [Theory]
    [InlineData("22:00")]
    [InlineData("22:00-22:00")]
    [InlineData("25:00-06:00")]
    [InlineData("malam")]
    [InlineData("22:00-06:00 senin")]
    public void What_is_not_understood_wholly_is_not_taken(string text) => Assert.False(QuietText.TryParse(text, out _));

    [Theory]
    [InlineData("id", "jamtenang 22:00-08:00", "Jam tenang: 22:00–08:00. Yang jatuh di jam itu datang pukul 08:00.\nberikutnya: Sel 24 Nov 08:00 WIB")]
    [InlineData("en", "quiet 22:00-08:00", "Quiet hours: 22:00–08:00. What falls due in them comes at 08:00.\nnext: Tue 24 Nov 08:00 WIB")]
    [InlineData("id", "jamtenang mati", "Jam tenang dimatikan.\nberikutnya: Sel 24 Nov 07:00 WIB")]
    [InlineData("en", "quiet never", "“never” makes no quiet hours. Try /quiet 22:00-06:00 or /quiet off.")]
    public async Task Every_answer_ends_with_the_next_digest_in_its_new_place(string language, string line, string answer)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");
        chat.Language = language;
        await chat.AskAsync($"language {language}");

        Assert.Equal(answer, await chat.SayAsync(line));
    }

    [Fact]
    public async Task Without_hours_it_shows_them_and_offers_some()
    {
        using var chat = await TestChat.OpenAsync();

        var none = await chat.AskAsync("quiet");
        Assert.StartsWith("Belum ada jam tenang.", PlainText.Of(none.Message));
        await chat.PressAsync(none.Message.Buttons[0][1]);

        Assert.StartsWith("Jam tenang: 22:00–05:00.", await chat.SayAsync("jamtenang"));
    }
}
