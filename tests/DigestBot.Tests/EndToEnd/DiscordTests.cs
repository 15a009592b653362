using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.EndToEnd;

public sealed class DiscordTests
{
    private const string Evening = "2026-11-24T22:58:00+07:00";
    private const string FirstSlot = "2026-11-25T07:00:01+07:00";

    [Fact]
    public async Task Invited_and_subscribed_a_server_gets_its_digest_once_also_over_a_kill_and_a_restart()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var clock = new TestClock(folder, Evening);
        discord.World.Now = () => clock.Now;
        var (owner, guild, channel) = Server(discord);

        await using (var first = Start(folder, clock, discord))
        {
            await ListeningAsync(discord);
            discord.People.Invite(guild);
            var answer = await discord.People.Command(owner, channel, "subscribe", ("what", "laut")).AnswerAsync();
            Assert.Contains("Rab 25 Nov 07:00 WIB", answer.Text, StringComparison.Ordinal);

            clock.MoveTo(FirstSlot);
            var messages = await discord.MessagesAsync(channel);
            Assert.Contains("Tiga kabupaten sepakat", messages[^1].Text, StringComparison.Ordinal);
            await folder.RecordedAsync();
            await first.KillAsync();
        }

        clock.MoveTo("2026-11-25T07:01:00+07:00");
        await using var second = Start(folder, clock, discord);
        await discord.Ledger.WaitAsync(entry => entry is { Method: "identify", Verdict: Verdict.Accepted }, 2);
        var (article, section) = await ChooseAsync(discord, owner, channel);
        var shown = await discord.People.Command(owner, channel, "section", ("article", article), ("section", section)).AnswerAsync();

        Assert.Contains("Nelayan setempat", shown.Text, StringComparison.Ordinal);
        Assert.Single(Posts(discord));
    }

    [Fact]
    public async Task A_gateway_that_is_cut_loses_nobodys_command()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var (owner, _, channel) = Server(discord);
        await using var bot = BotProcess.Start(folder.Path, Settings(discord));
        await ListeningAsync(discord);

        discord.Gateway.Cut();
        var asked = Enumerable.Range(0, 5).Select(_ => discord.People.Command(owner, channel, "digest", ("what", "pelabuhan"))).ToArray();
        foreach (var question in asked)
            Assert.Contains("Pelabuhan Baru", (await question.AnswerAsync()).Text, StringComparison.Ordinal);

        Assert.Single(discord.Ledger.Entries, entry => entry is { Method: "identify", Verdict: Verdict.Accepted });
        Assert.Contains(discord.Ledger.Entries, entry => entry is { Method: "resume", Verdict: Verdict.Accepted });
    }

    [Fact]
    public async Task The_token_stands_in_no_output_and_in_no_file()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var (owner, _, channel) = Server(discord);
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string>(Settings(discord))
        {
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__DigestBot"] = "Trace",
        });
        await ListeningAsync(discord);
        var asked = discord.People.Command(owner, channel, "help");
        await asked.AnswerAsync();
        await bot.StopAsync();

        Assert.DoesNotContain(discord.Token, bot.Output + bot.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Token, bot.Output + bot.Errors, StringComparison.Ordinal);
        var secret = System.Text.Encoding.ASCII.GetBytes(discord.Token);
        Assert.All(
            Directory.GetFiles(Path.Combine(folder.Path, "data")),
            file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(secret) < 0, file));
    }

    [Fact]
    public async Task A_token_in_appsettings_is_refused_and_not_repeated()
    {
        using var folder = new BotFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), $$"""{ "Discord": { "Token": "{{DiscordSimulatorOptions.TestToken}}" } }""");
        await using var bot = BotProcess.Start(folder.Path, null, "check");
        bot.EndInput();

        Assert.NotEqual(0, await bot.ExitAsync());
        Assert.Contains("Discord:Token", bot.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(DiscordSimulatorOptions.TestToken, bot.Output + bot.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a-token-that-nobody-gave", "identify", 4004)]
    [InlineData(DiscordSimulatorOptions.TestToken, "identify", 4014)]
    public async Task A_bot_that_discord_does_not_take_ends_with_a_failure_and_says_why(string token, string method, int code)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        if (token == discord.Token)
            discord.Faults.Add(Fault.Answer(500) with { Method = method, Code = code });
        using var folder = new BotFolder();
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string>(Settings(discord)) { ["Discord__Token"] = token });

        Assert.NotEqual(0, await bot.ExitAsync());
        Assert.Contains("Discord does not take this bot", bot.Errors, StringComparison.Ordinal);
    }

    private static (DiscordUser Owner, DiscordGuild Guild, DiscordChannel Channel) Server(DiscordSimulator discord)
    {
        var owner = discord.World.AddUser("Sari");
        var guild = discord.World.AddGuild("Warta", owner);
        return (owner, guild, discord.World.AddChannel(guild, "berita"));
    }

    /// <summary>As a person does: types a word of the title, takes what is offered, and then again for the section.</summary>
    private static async Task<(string Article, string Section)> ChooseAsync(DiscordSimulator discord, DiscordUser user, DiscordChannel channel)
    {
        var articles = discord.People.Type(user, channel, "section", "article", "pelab");
        Assert.Equal(["Pelabuhan Baru"], await articles.ChoicesAsync());
        var article = articles.Choices![0].Value;
        var sections = discord.People.Type(user, channel, "section", "section", "lingkungan", ("article", article));
        Assert.Contains("Dampak Lingkungan", (await sections.ChoicesAsync())[0], StringComparison.Ordinal);
        return (article, sections.Choices![0].Value);
    }

    private static async Task ListeningAsync(DiscordSimulator discord) =>
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted }, patience: TimeSpan.FromSeconds(60));

    private static IEnumerable<LedgerEntry> Posts(DiscordSimulator discord) =>
        discord.Ledger.Entries.Where(entry => entry is { Method: "createMessage", Verdict: Verdict.Accepted });

    private static Dictionary<string, string> Settings(DiscordSimulator discord) => new()
    {
        ["Discord__Token"] = discord.Token,
        ["Discord__BaseUrl"] = discord.Url.ToString(),
        ["Articles__PollSeconds"] = "1",
        ["Logging__LogLevel__DigestBot"] = "Information",
    };

    private static BotProcess Start(BotFolder folder, TestClock clock, DiscordSimulator discord)
    {
        var environment = Settings(discord);
        foreach (var (key, value) in clock.Environment)
            environment[key] = value;
        return BotProcess.Start(folder.Path, environment);
    }
}
