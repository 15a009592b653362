using DigestBot.Support;

namespace DigestBot.Commands;

/// <summary>No answer leaves open when the next digest comes, and none leaves a reader without a next step.</summary>
public sealed class NextDigestTests
{
    public static TheoryData<string> Lines =>
    [
        "subscribe sains", "subscribe sains pendek", "subscribe geopolitik", "unsubscribe geopolitik", "subscriptions", "schedule", "schedule 07:00",
        "timezone", "timezone WIB", "language id", "quiet", "quiet 22:00-06:00", "silent", "silent on", "pin", "pin off", "settings",
        "settings sains", "settings silent on", "settings length short", "preview", "resume",
        "import {\"digestbot\":1,\"subscriptions\":[{\"topic\":\"teknologi\",\"schedule\":\"off\"}]}",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task An_answer_about_what_comes_ends_with_the_next_digests_local_time(string line)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("subscribe geopolitik");

        Assert.EndsWith("berikutnya: Sel 24 Nov 07:00 WIB", await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("pause", "Dijeda sejak Sen 23 Nov 12:00 WIB. Lanjutkan dengan /lanjut.")]
    [InlineData("pause 3 hari", "berikutnya: Kam 26 Nov 07:00 WIB")]
    [InlineData("schedule off", "atau minta kapan saja dengan /ringkasan.")]
    [InlineData("unsubscribe sains", "Belum ada langganan. Mulai dengan /langganan, atau lihat-lihat dulu di /artikel.")]
    public async Task Where_nothing_will_come_it_says_why_and_what_to_do(string line, string end)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        Assert.EndsWith(end, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("id", true)]
    [InlineData("en", true)]
    [InlineData("id", false)]
    [InlineData("en", false)]
    public async Task Every_command_says_what_to_do_next_where_there_is_nothing_yet(string language, bool hasArticles)
    {
        using var chat = await TestChat.OpenAsync(hasArticles ? SmallArticles.All : []);
        chat.Language = language;
        foreach (var info in chat.Dispatcher.Commands.Where(info => info.Access != CommandAccess.Operator))
        {
            var answer = await chat.AskAsync(info.Name);
            Assert.True(
                answer.Message.Buttons.Count > 0 || PlainText.Of(answer.Message).Contains('/', StringComparison.Ordinal),
                $"/{info.Name} leaves the reader alone: {PlainText.Of(answer.Message)}");
        }
    }
}
