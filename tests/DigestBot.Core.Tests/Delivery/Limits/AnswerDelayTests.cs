namespace DigestBot.Delivery.Limits;

public sealed class AnswerDelayTests
{
    private readonly AnswerDelay _delay = new();

    [Fact]
    public void In_the_first_seconds_all_that_an_answer_takes_beyond_the_jitter_is_delay()
    {
        Assert.Equal(280, Of(300, at: 0));
        Assert.Equal(30, Of(50, at: 2_900));
    }

    [Fact]
    public void A_slow_answer_is_late_by_what_it_took_beyond_the_quickest_of_the_first_seconds_and_the_jitter()
    {
        Of(400, at: 0);
        Of(50, at: 1_000);
        Of(300, at: 2_000);

        Assert.Equal(0, Of(50, at: 3_000));
        Assert.InRange(Of(200, at: 3_010), 129, 130);
        Assert.Equal(0, Of(70, at: 3_020));
    }

    [Fact]
    public void Some_slow_seconds_do_not_pass_for_usual()
    {
        for (var at = 0; at < 10_000; at += 10)
            Of(50, at);
        for (var at = 10_000; at < 15_000; at += 10)
            Of(300, at);

        Assert.InRange(Of(300, at: 15_000), 200, 230);
    }

    [Fact]
    public void A_way_that_has_become_longer_is_usual_after_some_minutes()
    {
        for (var at = 0; at < 10_000; at += 10)
            Of(50, at);
        for (var at = 10_000; at < 310_000; at += 10)
            Of(300, at);

        Assert.Equal(0, Of(300, at: 310_000));
    }

    private double Of(int took, int at) => _delay.Of(TimeSpan.FromMilliseconds(took), TimeSpan.FromMilliseconds(at)).TotalMilliseconds;
}
