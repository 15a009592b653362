using DigestBot.Chats;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord;

/// <summary>What is sent, and what each answer and each lack of one means: over real HTTP.</summary>
public sealed class DiscordPlatformTests : IAsyncLifetime
{
    [Theory]
    [InlineData(521)]
    [InlineData(523)]
    [InlineData(525)]
    [InlineData(526)]
    public async Task What_could_not_even_connect_to_discord_is_sent_later_and_not_unknown(int status)
    {
        _discord.Faults.Add(Fault.NotJson(status, "<html>Web server is down</html>") with { Method = "createMessage" });

        Assert.Equal(LaterScope.Lane, Assert.IsType<SendOutcome.Later>(await SendAsync("Halo")).Scope);
    }

    [Theory]
    [InlineData(520)]
    [InlineData(522)]
    [InlineData(524)]
    public async Task What_may_have_reached_discord_before_its_answer_was_lost_is_unknown(int status)
    {
        _discord.Faults.Add(Fault.NotJson(status, "<html>A timeout occurred</html>") with { Method = "createMessage" });

        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Halo"));
    }

    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordChannel _channel = null!;
    private DiscordGuild _guild = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { Limits = new DiscordLimits(), Oddities = DiscordOddities.ExtraFields });
        _guild = _discord.World.AddGuild("Warta", _discord.World.AddUser("Ani"));
        _channel = _discord.World.AddChannel(_guild, "berita");
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token);
        // What the bot says of itself at the start is said: the tests look at what they send alone.
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_message_carries_its_nonce_and_rings_nobody()
    {
        Assert.IsType<SendOutcome.Sent>(await SendAsync("Halo @everyone <@1>"));

        var request = Assert.Single(_discord.Ledger.Entries, entry => entry.Method == "createMessage").Request!.Value.GetRawText();
        Assert.Contains("\"nonce\":\"d1\",\"enforce_nonce\":true", request, StringComparison.Ordinal);
        Assert.Contains("\"allowed_mentions\":{\"parse\":[]}", request, StringComparison.Ordinal);
        Assert.DoesNotContain("null", request, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(_channel.Messages).Pings);
    }

    [Theory]
    [InlineData("http://wiki/page", 0, false)]
    [InlineData("http://localhost/page", 0, false)]
    [InlineData("http://localhost./page", 0, false)]
    [InlineData("https://example.com/", 2048, false)]
    [InlineData("https://example.com/", 2000, true)]
    [InlineData("http://192.168.0.1/page", 0, true)]
    [InlineData("http://[::1]/page", 0, true)]
    public async Task An_article_is_posted_whatever_its_link_and_linked_where_discord_takes_that(string link, int longer, bool isLinked)
    {
        var address = link + new string('a', longer);
        var article = new Message([new TitleBlock("Kopi", new Uri(address)), new TextBlock([new Span("Isi")])]);

        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(DiscordBot.ChatOf(_channel), article));

        Assert.Equal(isLinked ? address : null, Assert.Single(_channel.Messages).ShownEmbeds[0]["url"]?.ToString());
    }

    [Fact]
    public async Task A_digest_is_pinned_where_that_is_wanted_and_allowed_and_sent_in_any_case()
    {
        var digest = Message.OfText("Ringkasan") with { Pin = true };
        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(DiscordBot.ChatOf(_channel), digest, "p1"));
        var refused = await _discord.Ledger.WaitAsync(entry => entry.Method == "pinMessage");
        Assert.Equal((Verdict.Refused, 403), (refused[0].Verdict, refused[0].Status));

        _channel.BotPermissions |= DiscordPermissions.PinMessages;
        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(DiscordBot.ChatOf(_channel), digest, "p2"));
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "pinMessage", Verdict: Verdict.Accepted });
        Assert.Equal([_channel.Messages[1].Id], _channel.Pins);

        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(DiscordBot.ChatOf(_channel), digest with { Pin = false }, "p3"));
        Assert.Equal(2, _discord.Ledger.Entries.Count(entry => entry.Method == "pinMessage"));
        Assert.DoesNotContain(_discord.Ledger.Entries, entry => entry.Method == "createMessage" && entry.Request!.Value.TryGetProperty("pin", out _));
    }

    [Fact]
    public async Task The_newest_digest_takes_the_bots_earlier_pin_off_and_leaves_those_of_others()
    {
        _channel.BotPermissions |= DiscordPermissions.PinMessages;
        var digest = Message.OfText("Ringkasan") with { Pin = true };
        await SendAsync("Bukan ringkasan", "o1");
        _channel.Pin(_channel.Messages[0].Id, isPinned: true);

        await _bot.SendAsync(DiscordBot.ChatOf(_channel), digest, "o2");
        await _bot.SendAsync(DiscordBot.ChatOf(_channel), digest, "o3");

        await _discord.Ledger.WaitAsync(entry => entry is { Method: "unpinMessage", Verdict: Verdict.Accepted });
        Assert.Equal([_channel.Messages[0].Id, _channel.Messages[2].Id], _channel.Pins);
    }

    [Fact]
    public async Task A_send_whose_answer_is_lost_is_unknown_and_the_second_try_posts_nothing_new()
    {
        _discord.Faults.Add(Fault.Cut(accepts: true) with { Method = "createMessage", Times = 1 });

        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Sekali"));
        Assert.IsType<SendOutcome.Sent>(await SendAsync("Sekali"));

        Assert.Single(_channel.Messages);
    }

    [Fact]
    public async Task A_channel_that_has_had_enough_waits_and_no_429_comes()
    {
        var outcomes = new List<SendOutcome>();
        for (var i = 0; i < 8; i++)
            outcomes.Add(await SendAsync($"Pesan {i}", $"n{i}"));

        Assert.Equal(5, outcomes.OfType<SendOutcome.Sent>().Count());
        Assert.All(outcomes.OfType<SendOutcome.Later>(), later => Assert.Equal(LaterScope.Chat, later.Scope));
        Assert.Equal(0, _discord.Rates.InvalidRequests);
        Assert.IsType<SendOutcome.Sent>(await SendAsync("Lain", "x", _discord.World.AddChannel(_guild, "lain")));
    }

    [Fact]
    public async Task Threads_forum_posts_and_direct_messages_are_chats_like_others()
    {
        var thread = _discord.World.AddThread(_channel, "utas");
        var post = _discord.World.AddThread(_discord.World.AddChannel(_guild, "forum", ChannelKind.Forum), "pos");
        var direct = _discord.World.OpenDirectMessages(_discord.World.AddUser("Budi"));

        foreach (var channel in new[] { thread, post, direct })
            Assert.IsType<SendOutcome.Sent>(await SendAsync("Halo", "t", channel));
    }

    [Fact]
    public async Task A_channel_without_permission_is_gone_after_one_request()
    {
        _channel.BotPermissions = DiscordPermissions.None;

        Assert.IsType<SendOutcome.Gone>(await SendAsync("Halo"));
        Assert.Single(_discord.Ledger.Entries, entry => entry.Method == "createMessage");
    }

    [Fact]
    public async Task A_deleted_channel_is_gone()
    {
        _discord.People.Delete(_channel, announce: false);

        Assert.IsType<SendOutcome.Gone>(await SendAsync("Halo"));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_page_of_a_firewall_pauses_no_chat(int status)
    {
        _discord.Faults.Add(Fault.NotJson(status, "<html>error code: 1015</html>") with { Method = "createMessage" });

        var outcome = await SendAsync("Halo");

        Assert.True(outcome is SendOutcome.Unknown or SendOutcome.Later { Scope: LaterScope.Lane }, $"{outcome}");
    }

    [Theory]
    [InlineData("user", LaterScope.Chat, 1)]
    [InlineData("shared", LaterScope.Chat, 0)]
    [InlineData("global", LaterScope.Lane, 1)]
    public async Task A_429_holds_whom_it_names_and_nothing_is_sent_before_its_time(string scope, LaterScope held, int invalid)
    {
        _discord.Faults.Add(Fault.TooMany(1.5) with { Method = "createMessage", Scope = scope, Times = 1 });

        Assert.Equal(held, Assert.IsType<SendOutcome.Later>(await SendAsync("Halo")).Scope);
        Assert.Equal(held, Assert.IsType<SendOutcome.Later>(await SendAsync("Halo")).Scope);

        Assert.Single(_discord.Ledger.Entries, entry => entry.Method == "createMessage");
        Assert.Equal((0, invalid), (_discord.Rates.TooEarly, _discord.Rates.InvalidRequests));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_definite_no()
    {
        await _discord.DisposeAsync();

        Assert.IsType<SendOutcome.Later>(await SendAsync("Halo"));
    }

    [Fact]
    public async Task A_refused_token_halts_the_lane()
    {
        _discord.Faults.Add(Fault.Answer(401) with { Method = "createMessage" });

        Assert.IsType<SendOutcome.Halted>(await SendAsync("Halo"));
    }

    private Task<SendOutcome> SendAsync(string text, string nonce = "d1", DiscordChannel? channel = null) =>
        _bot.SendAsync(DiscordBot.ChatOf(channel ?? _channel), Message.OfText(text), nonce);
}
