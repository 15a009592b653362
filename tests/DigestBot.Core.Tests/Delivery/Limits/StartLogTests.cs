namespace DigestBot.Delivery.Limits;

public sealed class StartLogTests
{
    private readonly StartLog _log = new(TimeSpan.FromSeconds(1));

    [Fact]
    public void A_send_that_was_answered_in_the_usual_time_is_forgotten_a_second_after_its_start()
    {
        Learn();

        End(Begin(10_000), 10_050);

        Assert.Equal(1, CountAt(10_999));
        Assert.Equal(0, CountAt(11_000));
    }

    [Fact]
    public void One_that_was_answered_late_is_forgotten_later_by_as_much()
    {
        Learn();

        End(Begin(10_000), 10_370);

        Assert.Equal(1, CountAt(11_290));
        Assert.Equal(0, CountAt(11_310));
    }

    [Fact]
    public void One_that_is_not_answered_may_be_arriving_just_now()
    {
        Learn();
        var hanging = Begin(10_000);

        Assert.Equal(1, CountAt(12_000));
        End(hanging, 12_500);
        Assert.Equal(1, CountAt(13_300));
        Assert.Equal(0, CountAt(13_500));
    }

    [Fact]
    public void One_that_hangs_is_taken_to_have_arrived_after_three_seconds()
    {
        Learn();
        Begin(10_000);

        for (var now = 10_000; now < 14_000; now += 100)
            Assert.Equal(1, CountAt(now));
        Assert.Equal(0, CountAt(14_000));
    }

    [Fact]
    public void One_that_was_forgotten_counts_again_where_it_turns_out_to_have_been_late()
    {
        End(Begin(0), 1_900);
        Learn(from: 2_000, took: 1_900);
        var slow = Begin(10_000);
        Assert.Equal(0, CountAt(11_800));

        End(slow, 12_900);

        Assert.Equal(1, CountAt(11_900));
        Assert.Equal(0, CountAt(12_100));
    }

    [Fact]
    public void What_is_forgotten_by_a_time_are_answered_sends_alone_and_no_more_than_asked_for()
    {
        Learn();
        End(Begin(10_000), 10_050);
        End(Begin(10_100), 10_150);
        Begin(10_200);

        Assert.Equal(1, _log.ForgottenBy(At(11_050), 10));
        Assert.Equal(2, _log.ForgottenBy(At(11_250), 10));
        Assert.Equal(1, _log.ForgottenBy(At(11_250), 1));
        Assert.Equal(At(11_000), _log.NextForgotten);
    }

    private static TimeSpan At(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>What an answer usually takes.</summary>
    private void Learn(int from = 0, int took = 50)
    {
        for (var at = from; at < from + 5_000; at += 100)
            End(Begin(at), at + took);
        _log.Forget(At(from + 5_000 + took + 3_000));
    }

    private LoggedStart Begin(int at)
    {
        var start = new LoggedStart();
        _log.Begin(start, At(at));
        return start;
    }

    private void End(LoggedStart start, int at) => _log.End(start, At(at));

    private int CountAt(int at)
    {
        _log.Forget(At(at));
        return _log.Count;
    }
}
