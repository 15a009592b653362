using System.Net;
using System.Net.Sockets;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram;

/// <summary>What each answer, and each lack of one, means for a delivery: over real HTTP.</summary>
public sealed class TelegramOutcomesTests : IAsyncLifetime
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
    public async Task A_topic_that_is_gone_is_lost_alone()
    {
        var forum = _telegram.World.AddGroup("Forum", _ani, isForum: true);

        var gone = Assert.IsType<SendOutcome.Gone>(await _bot.SendAsync(TelegramBot.IdOf(forum, 9), Message.OfText("Halo")));
        Assert.False(gone.WholeChat);
    }

    [Theory]
    [InlineData(RetryAfterPlaces.Body | RetryAfterPlaces.Header | RetryAfterPlaces.Text, 43_838)]
    [InlineData(RetryAfterPlaces.Body, 3)]
    [InlineData(RetryAfterPlaces.Header, 5)]
    [InlineData(RetryAfterPlaces.Text, 7)]
    public async Task Too_many_requests_waits_as_long_as_the_answer_says_wherever_it_says_so(RetryAfterPlaces places, int seconds)
    {
        _telegram.Faults.Add(Fault.TooMany(seconds) with { RetryAfterIn = places });

        var later = Assert.IsType<SendOutcome.Later>(await _bot.SendAsync(_chat, "Halo"));
        Assert.Equal(TimeSpan.FromSeconds(seconds), later.Delay);
        Assert.Equal(LaterScope.Unstated, later.Scope);
        Assert.Single(_telegram.Ledger.Entries);
    }

    [Fact]
    public async Task Too_many_requests_that_does_not_say_how_long_leaves_it_to_the_dispatcher()
    {
        _telegram.Faults.Add(Fault.NotJson(429, "<html>slow down</html>"));

        Assert.Null(Assert.IsType<SendOutcome.Later>(await _bot.SendAsync(_chat, "Halo")).Delay);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(403, "Forbidden: user is deactivated")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat")]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat")]
    [InlineData(403, "Forbidden: the group chat was deleted")]
    [InlineData(400, "Bad Request: chat not found")]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat")]
    public async Task A_chat_that_refuses_the_bot_is_gone_with_the_reason_after_one_request(int status, string reason)
    {
        _telegram.Faults.Add(Fault.Answer(status, reason));

        Assert.Equal(new SendOutcome.Gone(reason), await _bot.SendAsync(_chat, "Halo"));
        Assert.Single(_telegram.Ledger.Entries);
    }

    [Theory]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat")]
    [InlineData(400, "Bad Request: have no rights to send a message")]
    [InlineData(400, "Bad Request: CHAT_RESTRICTED")]
    [InlineData(400, "Bad Request: CHAT_WRITE_FORBIDDEN")]
    [InlineData(403, "Forbidden: CHAT_WRITE_FORBIDDEN")]
    public async Task A_chat_in_which_the_bot_may_not_write_for_now_waits_alone_and_is_not_gone(int status, string reason)
    {
        _telegram.Faults.Add(Fault.Answer(status, reason));

        Assert.Equal(new SendOutcome.Later(TimeSpan.FromMinutes(10), LaterScope.Chat, reason) { IsLimit = false }, await _bot.SendAsync(_chat, "Halo"));
        Assert.Single(_telegram.Ledger.Entries);
    }

    [Fact]
    public async Task A_group_that_is_closed_for_the_night_gets_what_waited_once_it_opens()
    {
        var group = _telegram.World.AddGroup("Warga", _ani);
        group.BotMayWrite = false;
        Assert.IsType<SendOutcome.Later>(await _bot.SendAsync(group, "Halo"));

        group.BotMayWrite = true;
        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(group, "Halo"));
    }

    [Fact]
    public async Task A_channel_where_the_bot_may_not_post_is_gone_until_it_is_told_otherwise()
    {
        var channel = _telegram.World.AddGroup("Kanal", _ani, "channel");
        channel.BotMayWrite = false;

        Assert.Equal(new SendOutcome.Gone("Bad Request: need administrator rights in the channel chat"), await _bot.SendAsync(channel, "Halo"));
    }

    [Fact]
    public async Task A_topic_that_is_closed_is_lost_alone()
    {
        var forum = _telegram.World.AddGroup("Forum", _ani, isForum: true);
        forum.Topics.Add(9);
        forum.ClosedTopics.Add(9);

        Assert.Equal(new SendOutcome.Gone("Bad Request: TOPIC_CLOSED", WholeChat: false), await _bot.SendAsync(TelegramBot.IdOf(forum, 9), Message.OfText("Halo")));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_says_its_new_id()
    {
        var group = _telegram.World.AddGroup("Warga", _ani, "group");
        var supergroup = _telegram.People.Upgrade(group, _ani, announce: false);

        Assert.Equal(new SendOutcome.Moved(TelegramBot.IdOf(supergroup)), await _bot.SendAsync(group, "Halo"));
    }

    [Fact]
    public async Task A_refused_message_is_refused_and_the_chat_is_not_gone()
    {
        _telegram.Faults.Add(Fault.Answer(400, "Bad Request: message is too long"));

        Assert.IsType<SendOutcome.Refused>(await _bot.SendAsync(_chat, "Halo"));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_token_that_is_not_taken_any_more_halts_the_lane(int status, string reason)
    {
        _telegram.Faults.Add(Fault.Answer(status, reason));

        Assert.Equal(new SendOutcome.Halted(reason), await _bot.SendAsync(_chat, "Halo"));
    }

    [Theory]
    [InlineData(403, "<html>blocked by policy</html>")]
    [InlineData(400, "<html>bad gateway request</html>")]
    [InlineData(404, "no such site")]
    [InlineData(401, "")]
    [InlineData(302, "")]
    public async Task What_a_firewall_says_in_Telegrams_place_costs_no_chat_its_digest(int status, string body)
    {
        _telegram.Faults.Add(Fault.NotJson(status, body));

        var later = Assert.IsType<SendOutcome.Later>(await _bot.SendAsync(_chat, "Halo"));
        Assert.Equal(LaterScope.Lane, later.Scope);
    }

    [Fact]
    public async Task A_misdirected_request_was_not_dispatched_and_goes_again()
    {
        _telegram.Faults.Add(Fault.Answer(421));

        Assert.IsType<SendOutcome.Later>(await _bot.SendAsync(_chat, "Halo"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task An_error_of_the_server_may_have_delivered(int status)
    {
        _telegram.Faults.Add(Fault.Answer(status) with { Accepts = true });

        Assert.IsType<SendOutcome.Unknown>(await _bot.SendAsync(_chat, "Halo"));
        Assert.Single(_telegram.Ledger.Entries);
    }

    [Theory]
    [InlineData("<html>fine</html>")]
    [InlineData("{\"ok\":true}")]
    [InlineData("{\"ok\":true,\"result\":{}}")]
    [InlineData("{\"ok\":tr")]
    [InlineData("")]
    public async Task Success_that_names_no_message_may_have_delivered(string body)
    {
        _telegram.Faults.Add(Fault.NotJson(200, body) with { Accepts = true });

        Assert.IsType<SendOutcome.Unknown>(await _bot.SendAsync(_chat, "Halo"));
    }

    [Fact]
    public async Task Failure_in_a_successful_answer_goes_by_its_error_code()
    {
        _telegram.Faults.Add(Fault.NotJson(200, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"""));

        Assert.IsType<SendOutcome.Gone>(await _bot.SendAsync(_chat, "Halo"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_cut_after_the_bytes_left_may_have_delivered_and_is_not_repeated_below(bool accepted)
    {
        await _bot.SendAsync(_chat, "warms the connection");
        _telegram.Faults.Add(Fault.Cut(accepted));

        Assert.IsType<SendOutcome.Unknown>(await _bot.SendAsync(_chat, "Halo"));
        Assert.Single(_telegram.Ledger.Entries, entry => entry.Text == "Halo");
    }

    [Fact]
    public async Task A_refused_connection_delivered_nothing()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();
        await using var bot = await TelegramBot.StartAsync(new Uri($"http://127.0.0.1:{port}"), _telegram.Token);

        var later = Assert.IsType<SendOutcome.Later>(await bot.SendAsync(_chat, "Halo"));
        Assert.Equal((null, LaterScope.Lane), (later.Delay, later.Scope));
        Assert.Contains("ConnectionRefused", later.Reason);
    }

    [Fact]
    public async Task An_unknown_host_delivered_nothing()
    {
        await using var bot = await TelegramBot.StartAsync(new Uri("http://no-such-host.invalid"), _telegram.Token);

        Assert.IsType<SendOutcome.Later>(await bot.SendAsync(_chat, "Halo"));
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_delivered_nothing()
    {
        var address = new UriBuilder(_telegram.Url) { Scheme = "https" }.Uri;
        await using var bot = await TelegramBot.StartAsync(address, _telegram.Token);

        Assert.IsType<SendOutcome.Later>(await bot.SendAsync(_chat, "Halo"));
    }

    [Fact]
    public async Task A_send_has_the_time_that_its_sender_gives_it_and_what_is_asked_else_has_its_own()
    {
        var answer = new TaskCompletionSource();
        _telegram.Faults.Add(new Fault { Name = "slow", Kind = FaultKind.Delay, AnswersAfter = answer.Task, Method = "sendMessage" });
        _telegram.Faults.Add(Fault.Hang(accepts: false) with { Method = "getMe" });
        await using var bot = await TelegramBot.StartAsync(_telegram, builder => builder.Configuration["Telegram:Timeout"] = "00:00:01");

        var sending = bot.SendAsync(_chat, "Halo");
        var failure = await Assert.ThrowsAsync<TelegramFailure>(() => bot.Api.SendRequest(new GetMeRequest(), TestContext.Current.CancellationToken));
        answer.SetResult();

        Assert.Equal("no answer in time", failure.Reason);
        Assert.IsType<SendOutcome.Sent>(await sending);
    }

    [Fact]
    public async Task A_reason_is_put_on_record_as_one_short_line_without_control_characters()
    {
        _telegram.Faults.Add(Fault.Answer(403, "Forbidden:\0 bot was\nblocked " + string.Concat(Enumerable.Repeat("👨‍👩‍👧", 100))));

        var gone = Assert.IsType<SendOutcome.Gone>(await _bot.SendAsync(_chat, "Halo"));

        Assert.StartsWith("Forbidden: bot was blocked 👨‍👩‍👧", gone.Reason, StringComparison.Ordinal);
        Assert.EndsWith("👨‍👩‍👧…", gone.Reason, StringComparison.Ordinal);
        Assert.InRange(gone.Reason.Length, 280, 300);
    }

    [Fact]
    public async Task A_send_stopped_before_its_bytes_left_delivered_nothing()
    {
        Assert.IsType<SendOutcome.Later>(await _bot.SendUntilAsync(_chat, "Halo", new CancellationToken(canceled: true)));
        Assert.Empty(_telegram.Ledger.Entries);
    }

    [Fact]
    public async Task A_send_stopped_while_the_server_is_silent_may_have_delivered()
    {
        _telegram.Faults.Add(Fault.Hang(accepts: true));
        using var stop = new CancellationTokenSource();

        var sending = _bot.SendUntilAsync(_chat, "Halo", stop.Token);
        await _telegram.Ledger.WaitAsync(entry => entry.Text == "Halo");
        await stop.CancelAsync();

        Assert.IsType<SendOutcome.Unknown>(await sending);
    }
}
