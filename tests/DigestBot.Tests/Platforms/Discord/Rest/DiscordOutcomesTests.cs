using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rest;

public sealed class DiscordOutcomesTests
{
    [Theory]
    [InlineData(404, 10003)]
    [InlineData(404, 10004)]
    [InlineData(403, 50001)]
    [InlineData(403, 50013)]
    [InlineData(403, 50007)]
    [InlineData(403, 50278)]
    [InlineData(400, 50008)]
    [InlineData(400, 50083)]
    [InlineData(400, 160005)]
    [InlineData(403, 77)]
    [InlineData(403, 0)]
    [InlineData(404, 77)]
    public void A_chat_that_is_lost_is_gone(int status, int code) => Assert.IsType<SendOutcome.Gone>(Of(status, code));

    [Theory]
    [InlineData(400, 50035)]
    [InlineData(400, 50006)]
    [InlineData(400, 200000)]
    [InlineData(403, 240000)]
    [InlineData(404, 10008)]
    [InlineData(400, 77)]
    [InlineData(400, 0)]
    public void A_message_that_is_not_taken_is_refused_and_the_chat_stays(int status, int code) => Assert.IsType<SendOutcome.Refused>(Of(status, code));

    [Theory]
    [InlineData(401, 0)]
    [InlineData(401, 40001)]
    [InlineData(403, 50014)]
    public void A_token_that_is_not_taken_halts_everything(int status, int code) => Assert.IsType<SendOutcome.Halted>(Of(status, code));

    [Theory]
    [InlineData(403, null)]
    [InlineData(404, null)]
    [InlineData(400, null)]
    [InlineData(401, null)]
    [InlineData(429, null)]
    [InlineData(302, null)]
    [InlineData(400, 40333)]
    [InlineData(503, 130000)]
    public void What_stands_before_discord_says_nothing_about_a_chat(int status, int? code) =>
        Assert.Equal(LaterScope.Lane, Assert.IsType<SendOutcome.Later>(Of(status, code)).Scope);

    [Theory]
    [InlineData(20016)]
    [InlineData(20028)]
    [InlineData(20029)]
    [InlineData(40003)]
    [InlineData(40062)]
    public void A_limit_of_the_channel_holds_the_channel(int code) =>
        Assert.Equal(LaterScope.Chat, Assert.IsType<SendOutcome.Later>(Of(403, code)).Scope);

    [Theory]
    [InlineData(40004, LaterScope.Lane)]
    [InlineData(40006, LaterScope.Chat)]
    public void What_is_switched_off_for_a_while_is_tried_again_after_a_minute(int code, LaterScope held)
    {
        var later = Assert.IsType<SendOutcome.Later>(Of(403, code));

        Assert.Equal((held, TimeSpan.FromMinutes(1)), (later.Scope, later.Delay));
    }

    [Theory]
    [InlineData((int)RateScope.User, LaterScope.Chat)]
    [InlineData((int)RateScope.Shared, LaterScope.Chat)]
    [InlineData((int)RateScope.Unstated, LaterScope.Chat)]
    [InlineData((int)RateScope.Global, LaterScope.Lane)]
    public void A_429_holds_whom_it_names(int scope, LaterScope held)
    {
        var failure = new DiscordFailure("POST", "HTTP 429") { MayHaveArrived = false, Status = 429, Code = 0, Scope = (RateScope)scope, RetryAfter = TimeSpan.FromSeconds(3) };

        Assert.Equal((held, TimeSpan.FromSeconds(3)), Assert.IsType<SendOutcome.Later>(DiscordOutcomes.Of(failure)) is var later ? (later.Scope, later.Delay!.Value) : default);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public void After_an_error_of_the_server_nobody_can_tell(int status) =>
        Assert.IsType<SendOutcome.Unknown>(DiscordOutcomes.Of(new DiscordFailure("POST", "HTTP") { MayHaveArrived = true, Status = status }));

    [Fact]
    public void A_path_that_is_not_there_is_no_channel_that_is_not_there() =>
        Assert.IsType<SendOutcome.Later>(DiscordOutcomes.Of(new DiscordFailure("POST", "HTTP 404 0: 404: Not Found") { MayHaveArrived = false, Status = 404, Code = 0 }));

    private static SendOutcome Of(int status, int? code) =>
        DiscordOutcomes.Of(new DiscordFailure("POST", "said") { MayHaveArrived = false, Status = status, Code = code });
}
