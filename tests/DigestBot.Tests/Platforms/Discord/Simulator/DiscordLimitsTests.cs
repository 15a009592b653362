using System.Globalization;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>Rate limits are told in headers, enforced and watched, and every kind of failure can be shown.</summary>
public sealed class DiscordLimitsTests
{
    [Fact]
    public async Task So_many_messages_to_a_channel_and_the_next_is_limited()
    {
        await using var discord = await StartAsync(new DiscordLimits(ChannelSeconds: 60));
        using var rest = new RawRest(discord);
        var remaining = new List<string>();
        for (var i = 0; i < 5; i++)
            remaining.Add((await SayAsync(rest, 1)).Headers["X-RateLimit-Remaining"]);
        var limited = await SayAsync(rest, 1);
        var other = await SayAsync(rest, 2);

        Assert.Equal(["4", "3", "2", "1", "0"], remaining);
        Assert.Equal((429, "user", "false"), (limited.Status, limited.Headers["X-RateLimit-Scope"], limited["global"]));
        Assert.InRange(double.Parse(limited["retry_after"], CultureInfo.InvariantCulture), 0.001, 60);
        Assert.Equal((200, limited.Headers["X-RateLimit-Bucket"]), (other.Status, other.Headers["X-RateLimit-Bucket"]));
        Assert.InRange(double.Parse(other.Headers["X-RateLimit-Reset-After"], CultureInfo.InvariantCulture), 59.9, 60.1);
        Assert.Equal(1, discord.Rates.InvalidRequests);

        await SayAsync(rest, 1);
        Assert.Equal(1, discord.Rates.TooEarly);
        discord.RenameBuckets();
        Assert.NotEqual(other.Headers["X-RateLimit-Bucket"], (await SayAsync(rest, 3)).Headers["X-RateLimit-Bucket"]);
    }

    [Fact]
    public async Task The_global_limit_slides_and_leaves_interactions_out()
    {
        await using var discord = await StartAsync(new DiscordLimits(GlobalPerSecond: 3));
        using var rest = new RawRest(discord);
        var all = await Task.WhenAll(Enumerable.Range(1, 20).Select(channel => SayAsync(rest, channel)));
        var limited = all.First(answer => answer.Status == 429);
        var callback = await rest.SendAsync("POST", "interactions/1/x/callback", """{"type":5}""");

        Assert.Equal(
            (429, "global", "true", "true"),
            (limited.Status, limited.Headers["X-RateLimit-Scope"], limited["global"], limited.Headers["X-RateLimit-Global"]));
        Assert.Equal(10062, callback.Code);
        Assert.True(discord.Rates.MostInASecond > 3);
        Assert.Equal(
            all.Count(answer => answer.Status == 429), discord.Ledger.Entries.Count(entry => entry.Verdict == Verdict.Limited));
    }

    [Fact]
    public async Task Too_many_invalid_requests_end_in_a_ban()
    {
        await using var discord = await StartAsync(new DiscordLimits(InvalidRequests: 3));
        using var rest = new RawRest(discord);
        discord.Faults.Add(Fault.Answer(403));
        for (var i = 0; i < 4; i++)
            Assert.Equal(403, (await SayAsync(rest, i + 1)).Status);

        Assert.Equal(429, (await SayAsync(rest, 9)).Status);
    }

    [Theory]
    [InlineData("user", 1)]
    [InlineData("shared", 0)]
    [InlineData("global", 1)]
    public async Task A_429_of_each_scope_can_be_shown(string scope, int invalid)
    {
        await using var discord = await StartAsync(null);
        using var rest = new RawRest(discord);
        discord.Faults.Add(Fault.TooMany(60.5) with { Scope = scope, Times = 1 });
        var answer = await SayAsync(rest, 1);

        Assert.Equal((429, "60.5", scope), (answer.Status, answer["retry_after"], answer.Headers["X-RateLimit-Scope"]));
        Assert.Equal(("61", scope == "global"), (answer.Headers["Retry-After"], answer.Json["global"]!.GetValue<bool>()));
        Assert.Equal(invalid, discord.Rates.InvalidRequests);
        Assert.Equal(200, (await SayAsync(rest, 1)).Status);
        Assert.Equal(1, discord.Rates.TooEarly);
    }

    [Theory]
    [InlineData(403, null, 50013)]
    [InlineData(403, 50001, 50001)]
    [InlineData(404, null, 10003)]
    [InlineData(503, null, 130000)]
    [InlineData(400, 200000, 200000)]
    public async Task An_error_of_each_kind_can_be_shown(int status, int? code, int shown)
    {
        await using var discord = await StartAsync(null);
        using var rest = new RawRest(discord);
        discord.Faults.Add(Fault.Answer(status) with { Code = code, Chat = "7" });
        var answer = await SayAsync(rest, 7);

        Assert.Equal((status, shown), (answer.Status, answer.Code));
        Assert.Equal(200, (await SayAsync(rest, 8)).Status);
    }

    [Fact]
    public async Task Pages_hangs_and_cuts_can_be_shown()
    {
        await using var discord = await StartAsync(null);
        using var rest = new RawRest(discord);
        discord.Faults.Add(Fault.NotJson(502, "<html><title>502</title></html>") with { Chat = "1" });
        discord.Faults.Add(Fault.Cut(accepts: false) with { Chat = "2" });
        discord.Faults.Add(Fault.Hang(accepts: true) with { Chat = "3" });

        var page = await SayAsync(rest, 1);
        await Assert.ThrowsAsync<HttpRequestException>(() => SayAsync(rest, 2));
        var hanging = SayAsync(rest, 3);
        await discord.Ledger.WaitAsync(entry => entry is { Chat: "3", Verdict: Verdict.Accepted });

        Assert.Equal((502, "<html><title>502</title></html>"), (page.Status, page.Text));
        Assert.Empty(discord.World.FindChannel(2)!.Messages);
        Assert.Single(discord.World.FindChannel(3)!.Messages);
        Assert.False(hanging.IsCompleted);
        await discord.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => hanging);
    }

    private static Task<DiscordSimulator> StartAsync(DiscordLimits? limits) =>
        DiscordSimulator.StartAsync(new DiscordSimulatorOptions { Limits = limits, OpenChannels = true });

    private static Task<RawAnswer> SayAsync(RawRest rest, int channel) => rest.SendAsync("POST", $"channels/{channel}/messages", """{"content":"x"}""");
}
