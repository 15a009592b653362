using DigestBot.Chats;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram;

/// <summary>What a message looks like on the wire.</summary>
public sealed class TelegramPlatformTests : IAsyncLifetime
{
    private TelegramSimulator _telegram = null!;
    private TelegramBot _bot = null!;
    private SimulatedUser _ani = null!;
    private SimulatedChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await TelegramSimulator.StartAsync();
        _bot = await TelegramBot.StartAsync(_telegram);
        _ani = _telegram.World.AddUser("Ani");
        _chat = _telegram.World.AddPrivateChat(_ani);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task A_message_arrives_and_its_id_comes_back()
    {
        var outcome = await _bot.SendAsync(_chat, "Selamat pagi");

        var entry = Assert.Single(_telegram.Ledger.Entries);
        Assert.Equal("Selamat pagi", entry.Text);
        Assert.Equal(new SendOutcome.Sent(entry.MessageId!), outcome);
    }

    [Fact]
    public async Task A_message_to_a_topic_arrives_in_it()
    {
        var forum = _telegram.World.AddGroup("Forum", _ani, isForum: true);
        forum.Topics.Add(7);

        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(TelegramBot.IdOf(forum, 7), Message.OfText("Halo")));
        Assert.Equal("7", Assert.Single(_telegram.Ledger.Entries).Thread);
    }

    [Fact]
    public async Task A_message_whose_styles_are_refused_goes_plain_once()
    {
        _telegram.Faults.Add(Fault.Answer(400, "Bad Request: can't parse entities: Unsupported start tag") with { Times = 1 });

        var outcome = await _bot.SendAsync(TelegramBot.IdOf(_chat), new Message([new TextBlock([new Span("Tebal", SpanStyle.Bold)])]));

        Assert.IsType<SendOutcome.Sent>(outcome);
        var accepted = Assert.Single(_telegram.Ledger.Entries, entry => entry.Verdict == Verdict.Accepted);
        Assert.Equal("Tebal", accepted.Text);
        Assert.False(accepted.Request!.Value.TryGetProperty("entities", out _));
    }

    [Fact]
    public async Task A_message_whose_styles_are_always_refused_costs_two_requests()
    {
        _telegram.Faults.Add(Fault.Answer(400, "Bad Request: can't parse entities"));

        Assert.IsType<SendOutcome.Refused>(await _bot.SendAsync(TelegramBot.IdOf(_chat), new Message([new TitleBlock("Judul")])));
        Assert.Equal(2, _telegram.Ledger.Count);
    }

    [Fact]
    public async Task A_message_that_asks_for_it_is_silent_and_pinned()
    {
        await _bot.SendAsync(TelegramBot.IdOf(_chat), Message.OfText("Halo") with { Silent = true, Pin = true });

        await _telegram.Ledger.WaitAsync(entry => entry.Method == "pinChatMessage");
        Assert.True(_telegram.Ledger.Entries[0].Request!.Value.GetProperty("disable_notification").GetBoolean());
        Assert.Equal(_telegram.Ledger.Entries[0].MessageId, _chat.Pinned?.ToString());
    }

    [Fact]
    public async Task The_newest_digest_takes_the_bots_earlier_pin_off_and_leaves_those_of_others()
    {
        var digest = Message.OfText("Ringkasan") with { Pin = true };
        await _bot.SendAsync(_chat, "Bukan ringkasan");
        _chat.Pins.Add(1);

        await _bot.SendAsync(TelegramBot.IdOf(_chat), digest);
        await _bot.SendAsync(TelegramBot.IdOf(_chat), digest);

        await _telegram.Ledger.WaitAsync(entry => entry is { Method: "unpinChatMessage", Verdict: Verdict.Accepted });
        Assert.Equal([1, 3], _chat.Pins);
    }

    [Fact]
    public async Task A_pin_that_is_refused_leaves_the_message_sent()
    {
        var group = _telegram.World.AddGroup("Warga", _ani);

        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(TelegramBot.IdOf(group), Message.OfText("Halo") with { Pin = true }));
        var pin = await _telegram.Ledger.WaitAsync(entry => entry.Method == "pinChatMessage");
        Assert.Equal(Verdict.Refused, pin[0].Verdict);
    }

    [Fact]
    public async Task The_API_may_lie_under_any_path()
    {
        await using var proxied = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions { Path = "/proxy/telegram" });
        await using var bot = await TelegramBot.StartAsync(proxied);
        var chat = proxied.World.AddPrivateChat(proxied.World.AddUser("Budi"));

        Assert.IsType<SendOutcome.Sent>(await bot.SendAsync(chat, "Halo"));
    }

    [Fact]
    public async Task Paid_broadcast_is_asked_for_where_the_setting_says_so()
    {
        await using var bot = await TelegramBot.StartAsync(_telegram, builder => builder.Configuration["Telegram:PaidBroadcast"] = "true");
        await bot.SendAsync(_chat, "Halo");

        Assert.Equal(1000, bot.Platform.Limits.PerSecond);
        Assert.True(_telegram.Ledger.Entries[0].Request!.Value.GetProperty("allow_paid_broadcast").GetBoolean());
    }

    [Fact]
    public async Task A_part_of_another_make_is_refused() => Assert.IsType<SendOutcome.Refused>(
        await _bot.Platform.SendAsync(TelegramBot.IdOf(_chat), "{\"embeds\":", "d1", TestContext.Current.CancellationToken));

    [Fact]
    public void Groups_and_channels_are_told_by_their_ids()
    {
        Assert.True(_bot.Platform.IsGroup(new ChatId("telegram", "-1001234")));
        Assert.False(_bot.Platform.IsGroup(new ChatId("telegram", "1234")));
    }
}
