using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Hook;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>The gateway's moods over real sockets: people are heard through all of them.</summary>
public sealed class DiscordListenerTests
{
    private static readonly DiscordSimulatorOptions Quick = new() { IdentifySeconds = 0, HeartbeatInterval = TimeSpan.FromMilliseconds(400) };

    /// <summary>Time that is moved passes no beat by.</summary>
    private static readonly DiscordSimulatorOptions Calm = new() { IdentifySeconds = 0, HeartbeatInterval = TimeSpan.FromSeconds(40) };

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task It_beats_and_is_let_in_with_what_it_asks_for()
    {
        await using var discord = await DiscordSimulator.StartAsync(Quick);
        await using var bot = await StartAsync(discord);

        await UntilAsync(() => discord.Gateway.Heartbeats >= 3);

        Assert.Equal(1, discord.Gateway.Connections);
        Assert.Null(Assert.Single(bot.Health.Listeners).Problem);
        Assert.Single(Entries(discord, "identify"));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("reconnect")]
    [InlineData("invalid")]
    [InlineData("zombie")]
    [InlineData("4000")]
    [InlineData("4008")]
    public async Task A_session_is_resumed_and_what_was_said_meanwhile_is_heard(string what)
    {
        await using var discord = await DiscordSimulator.StartAsync(Quick);
        await using var bot = await StartAsync(discord);

        Break(discord, what);
        await discord.Ledger.WaitAsync(entry => entry is { Method: "resume", Verdict: Verdict.Accepted });
        discord.Gateway.AcksHeartbeats = true;
        await AnsweredAsync(discord);

        Assert.Single(Entries(discord, "identify"));
        Assert.DoesNotContain(discord.Gateway.ClosedByBot, code => code is 1000 or 1001);
    }

    [Theory]
    [InlineData("4007")]
    [InlineData("4009")]
    [InlineData("over")]
    public async Task A_session_that_is_over_is_followed_by_another(string what)
    {
        await using var discord = await DiscordSimulator.StartAsync(Calm);
        await using var bot = await StartAsync(discord);

        Break(discord, what);
        await BegunAsync(discord, 2);
        await AnsweredAsync(discord);

        Assert.Empty(Entries(discord, "resume"));
    }

    [Fact]
    public async Task After_an_outage_of_minutes_the_session_goes_on()
    {
        await using var discord = await DiscordSimulator.StartAsync(Calm);
        await using var bot = await StartAsync(discord);

        discord.Faults.Add(Fault.Cut(accepts: false) with { Method = "connect" });
        discord.Gateway.Cut();
        var until = _clock.GetUtcNow().AddMinutes(2);
        await PassAsync(() => _clock.GetUtcNow() > until);
        discord.Faults.Clear();
        var back = _clock.GetUtcNow();
        await PassAsync(() => Entries(discord, "resume").Any(entry => entry.Verdict == Verdict.Accepted));

        Assert.InRange(_clock.GetUtcNow() - back, TimeSpan.Zero, TimeSpan.FromSeconds(25));
        await AnsweredAsync(discord);
        Assert.Single(Entries(discord, "identify"));
    }

    [Fact]
    public async Task A_server_that_rejects_every_resume_gets_a_new_session()
    {
        await using var discord = await DiscordSimulator.StartAsync(Calm with { RejectsResumes = true });
        await using var bot = await StartAsync(discord);

        discord.Gateway.Cut();
        await BegunAsync(discord, 2);

        await AnsweredAsync(discord);
    }

    [Fact]
    public async Task A_server_of_another_make_is_understood()
    {
        await using var discord = await DiscordSimulator.StartAsync(Quick with
        {
            Path = "/some/path/v10",
            Limits = new DiscordLimits(),
            Oddities = DiscordOddities.ExtraFields | DiscordOddities.MissingFields | DiscordOddities.OtherErrorCodes | DiscordOddities.ResetInMilliseconds,
        });
        await using var bot = await StartAsync(discord);
        discord.Gateway.SendRaw("{\"op\":0,\"t\":\"X\"");
        discord.Gateway.SendRaw("[1,2]");

        await AnsweredAsync(discord);

        Assert.Equal(1, discord.Gateway.Sessions);
    }

    [Fact]
    public async Task A_new_connection_may_be_asked_for_before_hello()
    {
        await using var discord = await DiscordSimulator.StartAsync(Calm);
        discord.Gateway.ReconnectBeforeHello();
        await using var bot = await StartAsync(discord);
        await BegunAsync(discord, 1);

        await AnsweredAsync(discord);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task Some_ends_are_for_good(int code)
    {
        await using var discord = await DiscordSimulator.StartAsync(Quick);
        await using var bot = await StartAsync(discord);

        discord.Gateway.Close(code);
        await UntilAsync(() => bot.Health.IsHopeless([bot.Platform]));
        await Task.Delay(300, TestContext.Current.CancellationToken);

        Assert.Contains($"{code}", Assert.Single(bot.Health.Listeners).Problem, StringComparison.Ordinal);
        Assert.Equal(0, discord.Gateway.Connections);
        Assert.Single(Entries(discord, "identify"));
    }

    [Fact]
    public async Task As_many_shards_are_begun_as_the_gateway_asks_for()
    {
        await using var discord = await DiscordSimulator.StartAsync(Quick with { Shards = 2, IdentifySeconds = 5 });
        await using var bot = await StartAsync(discord);

        await discord.Gateway.ReadyAsync(2);

        Assert.All(Entries(discord, "identify"), entry => Assert.Equal(Verdict.Accepted, entry.Verdict));
    }

    [Fact]
    public async Task The_commands_are_registered_once_and_not_again_where_they_are_the_same()
    {
        await using var discord = await DiscordSimulator.StartAsync(Quick);
        await using (await StartAsync(discord))
            Assert.Contains("langganan", discord.Ledger.Entries.Single(entry => entry.Method == "setCommands").Request!.Value.GetRawText(), StringComparison.Ordinal);

        await using var second = await DiscordBot.StartAsync(discord.Url, discord.Token);
        await discord.Ledger.WaitAsync(entry => entry.Method == "getCommands", 2);
        await AnsweredAsync(discord);

        Assert.Single(Entries(discord, "setCommands"));
    }

    [Fact]
    public async Task Commands_that_could_not_be_registered_are_tried_again_in_the_same_session()
    {
        await using var discord = await DiscordSimulator.StartAsync(Calm);
        discord.Faults.Add(Fault.Answer(503) with { Method = "getCommands", Times = 1 });
        discord.Faults.Add(Fault.Cut(accepts: false) with { Method = "setCommands", Times = 1 });
        await using var bot = await StartUnregisteredAsync(discord);

        await PassAsync(() => Entries(discord, "setCommands").Any(entry => entry.Verdict == Verdict.Accepted));

        Assert.Equal(3, Entries(discord, "getCommands").Count());
        Assert.Single(Entries(discord, "identify"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task Commands_that_discord_refuses_are_not_tried_again_in_the_same_session(int status)
    {
        await using var discord = await DiscordSimulator.StartAsync(Calm);
        discord.Faults.Add(Fault.Answer(status) with { Method = "setCommands" });
        await using var bot = await StartUnregisteredAsync(discord);
        await discord.Ledger.WaitAsync(entry => entry.Method == "setCommands");
        var until = _clock.GetUtcNow().AddSeconds(20);

        await PassAsync(() => _clock.GetUtcNow() > until);
        discord.Faults.Clear();
        discord.Gateway.Invalidate(resumable: false);
        await PassAsync(() => Entries(discord, "setCommands").Any(entry => entry.Verdict == Verdict.Accepted));

        Assert.Equal((2, 2), (Entries(discord, "setCommands").Count(), Entries(discord, "identify").Count()));
    }

    private Task<DiscordBot> StartUnregisteredAsync(DiscordSimulator discord) => DiscordBot.StartAsync(
        discord.Url, discord.Token, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    private async Task<DiscordBot> StartAsync(DiscordSimulator discord)
    {
        var bot = await StartUnregisteredAsync(discord);
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
        return bot;
    }

    /// <summary>Lets time pass until so many sessions have begun: the bot makes its own wait ever longer.</summary>
    private Task BegunAsync(DiscordSimulator discord, int sessions) =>
        PassAsync(() => Entries(discord, "identify").Count(entry => entry.Verdict == Verdict.Accepted) >= sessions);

    private async Task PassAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            _clock.MoveTo(_clock.GetUtcNow().AddSeconds(1));
            await Task.Delay(50, patience.Token);
        }
    }

    private static void Break(DiscordSimulator discord, string what)
    {
        switch (what)
        {
            case "cut":
                discord.Gateway.Cut();
                break;
            case "reconnect":
                discord.Gateway.Reconnect();
                break;
            case "invalid":
                discord.Gateway.Invalidate(resumable: true);
                break;
            case "over":
                discord.Gateway.Invalidate(resumable: false);
                break;
            case "zombie":
                discord.Gateway.AcksHeartbeats = false;
                break;
            default:
                discord.Gateway.Close(int.Parse(what, null));
                break;
        }
    }

    private static async Task AnsweredAsync(DiscordSimulator discord)
    {
        var owner = discord.World.AddUser("Ani");
        var channel = discord.World.AddChannel(discord.World.AddGuild("Warta", owner), "berita");
        var answer = await discord.People.Command(owner, channel, "articles").AnswerAsync();
        Assert.Contains("Pelabuhan Baru", answer.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<LedgerEntry> Entries(DiscordSimulator discord, string method) => discord.Ledger.Entries.Where(entry => entry.Method == method);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(20, patience.Token);
    }
}
