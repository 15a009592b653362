using System.Text;
using System.Text.Json;

namespace DigestBot.Platforms.Discord.Gateway;

public sealed class GatewayTalkTests
{
    private readonly GatewaySession _session = new();

    [Fact]
    public void Hello_is_answered_with_identify_for_servers_and_reactions_alone()
    {
        var sent = Sent(Receive(Talk(), """{"op":10,"d":{"heartbeat_interval":1000}}"""));

        Assert.Equal(2, sent.GetProperty("op").GetInt32());
        Assert.Equal(1 | 1 << 10 | 1 << 13, sent.GetProperty("d").GetProperty("intents").GetInt32());
        Assert.Equal("token", sent.GetProperty("d").GetProperty("token").GetString());
        Assert.False(sent.GetProperty("d").TryGetProperty("shard", out _));
    }

    [Fact]
    public void A_shard_says_which_it_is()
    {
        var sent = Sent(Receive(new GatewayTalk(_session, "token", [1, 3], new Random(1)), """{"op":10,"d":{"heartbeat_interval":1000}}"""));

        Assert.Equal([1, 3], sent.GetProperty("d").GetProperty("shard").EnumerateArray().Select(number => number.GetInt32()));
    }

    [Fact]
    public void The_first_beat_comes_within_an_interval_and_the_next_after_a_whole_one()
    {
        var talk = Ready();
        var first = talk.Deadline;

        Assert.InRange(first, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal("""{"op":1,"d":1}""", Text(talk.Elapsed(first)));
        Assert.Empty(Receive(talk, """{"op":11}"""));
        Assert.Equal(first + TimeSpan.FromSeconds(1), talk.Deadline);
        Assert.Equal("""{"op":1,"d":1}""", Text(talk.Elapsed(talk.Deadline)));
    }

    [Fact]
    public void A_beat_that_was_not_answered_makes_a_new_connection_that_resumes()
    {
        var talk = Ready();
        talk.Elapsed(talk.Deadline);

        var leave = Assert.IsType<GatewayAction.Leave>(Assert.Single(talk.Elapsed(talk.Deadline)));

        Assert.Equal(Next.Resume, leave.Next);
        Assert.True(new GatewayTalk(_session, "token", null, new Random(1)).Resumes);
    }

    [Fact]
    public void A_beat_that_is_asked_for_comes_at_once_but_not_a_hundred_times_a_second()
    {
        var talk = Ready();

        Assert.Equal("""{"op":1,"d":1}""", Text(Receive(talk, """{"op":1}""", 5)));
        Assert.Empty(Receive(talk, """{"op":1}""", 5.1));
    }

    [Fact]
    public void A_beat_that_is_asked_for_in_the_first_second_comes_too() => Assert.Equal("""{"op":1,"d":1}""", Text(Receive(Ready(), """{"op":1}""", 0.1)));

    [Fact]
    public void A_beat_that_is_asked_for_has_a_whole_interval_to_be_answered_in()
    {
        var talk = Ready();
        var scheduled = talk.Deadline;
        Receive(talk, """{"op":1}""", scheduled.TotalSeconds - 0.01);

        Assert.Empty(talk.Elapsed(scheduled));
        Receive(talk, """{"op":11}""");
        Assert.Equal("""{"op":1,"d":1}""", Text(talk.Elapsed(talk.Deadline)));
    }

    [Fact]
    public void A_beat_that_is_asked_for_before_hello_greets_nobody()
    {
        var talk = Talk();
        talk.Opened(TimeSpan.Zero);

        Assert.Equal("""{"op":1,"d":null}""", Text(Receive(talk, """{"op":1}""", 0.1)));
        Assert.False(talk.WasGreeted);
    }

    [Fact]
    public void The_next_connection_resumes_where_the_last_was_heard()
    {
        var talk = Ready();
        Receive(talk, """{"op":0,"s":7,"t":"WHATEVER","d":{}}""");
        Receive(talk, """{"op":11,"s":null}""");

        var sent = Sent(Receive(Talk(), """{"op":10,"d":{"heartbeat_interval":1000}}"""));

        Assert.Equal("""{"op":6,"d":{"token":"token","session_id":"abc","seq":7}}""", sent.GetRawText());
    }

    [Theory]
    [InlineData("""{"op":7}""", Next.Resume)]
    [InlineData("""{"op":9,"d":true}""", Next.Resume)]
    [InlineData("""{"op":9,"d":false}""", Next.Identify)]
    [InlineData("""{"op":9}""", Next.Identify)]
    public void The_gateway_may_end_a_connection(string frame, object next)
    {
        var leave = Assert.IsType<GatewayAction.Leave>(Assert.Single(Receive(Ready(), frame)));

        Assert.Equal(next, leave.Next);
        Assert.Equal(next is Next.Resume, _session.CanResume);
    }

    [Fact]
    public void A_new_connection_may_be_asked_for_before_hello() =>
        Assert.Equal(Next.Resume, Assert.IsType<GatewayAction.Leave>(Assert.Single(Receive(Talk(), """{"op":7,"d":null}"""))).Next);

    [Fact]
    public void A_gateway_that_says_nothing_is_left()
    {
        var silent = Talk();
        silent.Opened(TimeSpan.Zero);
        var deaf = Talk();
        deaf.Opened(TimeSpan.Zero);
        Receive(deaf, """{"op":10,"d":{"heartbeat_interval":600000}}""", 1);

        Assert.IsType<GatewayAction.Leave>(Assert.Single(silent.Elapsed(silent.Deadline)));
        Assert.InRange(deaf.Deadline, TimeSpan.Zero, TimeSpan.FromSeconds(31));
        Assert.IsType<GatewayAction.Leave>(Assert.Single(deaf.Elapsed(TimeSpan.FromSeconds(31))));
    }

    [Fact]
    public void A_server_that_lets_nobody_resume_gets_a_new_session_in_the_end()
    {
        Ready();

        _session.ResumeFailed(wasMeant: true);
        Assert.True(_session.CanResume);
        _session.ResumeFailed(wasMeant: true);
        Assert.False(_session.CanResume);
    }

    [Fact]
    public void A_session_outlives_an_outage_of_some_minutes()
    {
        Ready();

        for (var second = 0; second <= 300; second += 10)
            _session.OutOfReach(TimeSpan.FromSeconds(second));
        Assert.True(_session.CanResume);
        _session.OutOfReach(TimeSpan.FromSeconds(310));
        Assert.False(_session.CanResume);
    }

    [Fact]
    public void Where_sessions_are_resumed_and_is_not_to_be_reached_it_is_tried_where_they_begin()
    {
        _session.Began("abc", "wss://resume.example");
        Assert.Equal("wss://resume.example", _session.ResumeUrl);

        _session.OutOfReach(TimeSpan.Zero);
        Assert.Null(_session.ResumeUrl);
        _session.OutOfReach(TimeSpan.FromSeconds(1));
        Assert.Equal("wss://resume.example", _session.ResumeUrl);
    }

    [Fact]
    public void Only_what_asked_for_a_session_says_when()
    {
        var first = Talk();
        Assert.Null(first.IdentifiedAt);
        Receive(first, """{"op":10,"d":{"heartbeat_interval":1000}}""", 2);
        _session.Began("abc", null);
        var second = Talk();
        Receive(second, """{"op":10,"d":{"heartbeat_interval":1000}}""", 2);

        Assert.Equal(TimeSpan.FromSeconds(2), first.IdentifiedAt);
        Assert.Null(second.IdentifiedAt);
    }

    [Theory]
    [InlineData("""{"op":99,"d":{"x":[1,2]},"new":true}""")]
    [InlineData("""{"op":0,"d":null}""")]
    [InlineData("""{"d":{}}""")]
    [InlineData("{}")]
    public void What_is_not_known_is_passed_over(string frame) => Assert.Empty(Receive(Ready(), frame));

    [Fact]
    public void Events_are_handed_on_by_name() =>
        Assert.Equal("SOMETHING_NEW", Assert.IsType<GatewayAction.Deliver>(Assert.Single(Receive(Ready(), """{"op":0,"s":3,"t":"SOMETHING_NEW","d":{"a":1}}"""))).Name);

    [Theory]
    [InlineData("wss://resume.example", "wss://first.example", "wss://resume.example/?v=10&encoding=json")]
    [InlineData(null, "ws://127.0.0.1:5000/gateway?v=9", "ws://127.0.0.1:5000/gateway?v=10&encoding=json")]
    [InlineData("http://no.example", "wss://first.example/a/", "wss://first.example/a/?v=10&encoding=json")]
    public void An_address_is_used_with_its_path(string? resume, string first, string used) => Assert.Equal(used, GatewayUrl.For(resume, first).AbsoluteUri.Replace(":443", "", StringComparison.Ordinal));

    private GatewayTalk Talk() => new(_session, "token", null, new Random(1));

    private GatewayTalk Ready()
    {
        var talk = Talk();
        talk.Opened(TimeSpan.Zero);
        Receive(talk, """{"op":10,"d":{"heartbeat_interval":1000},"s":null}""");
        Receive(talk, """{"op":0,"s":1,"t":"READY","d":{"session_id":"abc","resume_gateway_url":null,"x":1}}""");
        Assert.True(talk.IsLive);
        return talk;
    }

    private static IReadOnlyList<GatewayAction> Receive(GatewayTalk talk, string frame, double seconds = 0) =>
        talk.Receive(JsonSerializer.Deserialize(frame, DiscordJson.Wire.GatewayFrame)!, TimeSpan.FromSeconds(seconds));

    private static JsonElement Sent(IReadOnlyList<GatewayAction> actions) => JsonDocument.Parse(Text(actions)).RootElement;

    private static string Text(IReadOnlyList<GatewayAction> actions) => Encoding.UTF8.GetString(Assert.IsType<GatewayAction.Send>(Assert.Single(actions)).Payload);
}
