using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.EndToEnd;

/// <summary>A forum from the first command in one of its posts to an edited article.</summary>
public sealed class ForumTests
{
    [Fact]
    public async Task A_forum_gets_a_post_an_article_and_an_edited_article_goes_on_in_its_own()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var clock = new TestClock(folder, "2026-11-24T22:58:00+07:00");
        discord.World.Now = () => clock.Now;
        var environment = new Dictionary<string, string>(clock.Environment)
        {
            ["Discord__Token"] = discord.Token,
            ["Discord__BaseUrl"] = discord.Url.ToString(),
            ["Articles__PollSeconds"] = "1",
            ["Logging__LogLevel__DigestBot"] = "Information",
        };
        var owner = discord.World.AddUser("Sari");
        var guild = discord.World.AddGuild("Warta", owner);
        var forum = discord.World.AddChannel(guild, "ringkasan", ChannelKind.Forum);
        var asked = discord.World.AddThread(forum, "Aturan forum");
        await using var bot = BotProcess.Start(folder.Path, environment);
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted }, patience: TimeSpan.FromSeconds(60));

        Assert.Contains("pos sendiri", (await discord.People.Command(owner, asked, "forum", ("state", "hidup")).AnswerAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Langganan aktif: laut", (await discord.People.Command(owner, asked, "subscribe", ("what", "laut")).AnswerAsync()).Text, StringComparison.Ordinal);
        clock.MoveTo("2026-11-25T07:00:01+07:00");
        var post = await PostAsync(discord, forum, messages: 1);
        Assert.Equal("Pelabuhan Baru", post.Name);
        Assert.Contains("Tiga kabupaten sepakat", post.Messages[0].Text, StringComparison.Ordinal);

        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour.Replace("Tiga kabupaten sepakat", "Empat kabupaten sepakat", StringComparison.Ordinal));
        await bot.UntilAsync(program => (program.Output + program.Errors).Contains("0 added, 1 changed, 0 removed", StringComparison.Ordinal), "the edited article");
        clock.MoveTo("2026-11-26T07:00:01+07:00");
        post = await PostAsync(discord, forum, messages: 2);

        Assert.Contains("Empat kabupaten sepakat", post.Messages[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nelayan setempat", post.Messages[1].Text, StringComparison.Ordinal);
        Assert.Equal([asked.Id, post.Id], discord.World.ThreadsOf(forum).Select(thread => thread.Id));
    }

    /// <summary>The only post that the bot made, once it holds so many messages.</summary>
    private static async Task<DiscordChannel> PostAsync(DiscordSimulator discord, DiscordChannel forum, int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var made = discord.World.ThreadsOf(forum).Where(thread => thread.OwnerId == discord.World.BotId).ToArray();
            if (made is [{ Messages.Count: var count } only] && count == messages)
                return only;
            await Task.Delay(20, patience.Token);
        }
    }
}
