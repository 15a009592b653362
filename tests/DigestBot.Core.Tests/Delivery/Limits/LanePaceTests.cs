using CsCheck;

namespace DigestBot.Delivery.Limits;

public sealed class LanePaceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void No_sliding_second_ever_holds_more_than_the_limit() =>
        Gen.Select(Gen.Double[0.2, 300], Gen.Int[0, 80].Array[50, 400], Gen.Bool.Array[400]).Sample((limit, waits, answers) =>
        {
            var pace = new LanePace(limit);
            var starts = new List<TimeSpan>();
            var now = TimeSpan.Zero;
            for (var i = 0; i < waits.Length; i++)
            {
                // A loop that sleeps, stalls, or comes too early.
                now += TimeSpan.FromMilliseconds(waits[i]);
                while (pace.NextAt(answers[i] ? Lane.Answer : Lane.Broadcast, now) <= now)
                {
                    pace.End(Start(pace, now), now);
                    starts.Add(now);
                }
            }

            var most = Math.Max(1, (int)Math.Floor(limit));
            for (var i = most; i < starts.Count; i++)
                Assert.True(starts[i] - starts[i - most] > Second * Math.Max(1, 1 / limit), $"{most + 1} sends within {starts[i] - starts[i - most]}");
        }, iter: 200);

    [Fact]
    public void No_sliding_second_of_the_platform_holds_more_either_where_messages_arrive_late()
    {
        Gen.Select(Gen.Int[5, 500], Gen.Int[0, 40].Array[400], Gen.Int[0, 39].Array[400], Gen.Int[50, 400]).Sample((limit, waits, stalls, stall) =>
        {
            var pace = new LanePace(limit);
            var answers = new PriorityQueue<LoggedStart, TimeSpan>();
            var arrivals = new List<TimeSpan>();
            var (now, stalledUntil) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var i = 0; i < waits.Length; i++)
            {
                now += TimeSpan.FromMilliseconds(waits[i]);
                if (stalls[i] == 0)
                    stalledUntil = now + TimeSpan.FromMilliseconds(stall);
                while (answers.TryPeek(out var answer, out var at) && at <= now)
                    pace.End(answers.Dequeue(), at);
                while (pace.NextAt(Lane.Broadcast, now) <= now)
                {
                    // What leaves in a stall arrives when it is over, all at once.
                    var arrival = (now < stalledUntil ? stalledUntil : now) + TimeSpan.FromMilliseconds(50);
                    answers.Enqueue(Start(pace, now), arrival);
                    arrivals.Add(arrival);
                }
            }

            arrivals.Sort();
            // What is not unusual is not seen, and where answers are slow often, they are more usual.
            for (var i = limit; i < arrivals.Count; i++)
                Assert.True(arrivals[i] - arrivals[i - limit] >= Second * 0.9, $"{limit + 1} arrive within {arrivals[i] - arrivals[i - limit]}");
        }, iter: 200);
    }

    [Fact]
    public void A_send_that_hangs_takes_a_place_for_three_seconds_and_no_longer()
    {
        var pace = new LanePace(1);
        Start(pace, Second);

        Assert.True(pace.NextAt(Lane.Answer, Second * 3) > Second * 3);
        Assert.True(pace.NextAt(Lane.Answer, Second * 4.9) > Second * 4.9);
        Assert.Equal(Second * 5.1, pace.NextAt(Lane.Answer, Second * 5.1));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(1000)]
    public void A_broadcast_uses_at_least_98_percent_of_the_limit(int limit)
    {
        var pace = new LanePace(limit);
        var random = new Random(1);
        var answers = new PriorityQueue<LoggedStart, TimeSpan>();
        var now = TimeSpan.Zero;
        var sent = 0;
        while (now < TimeSpan.FromSeconds(100))
        {
            // Timers are late by a few milliseconds, and now and then something stalls.
            now += TimeSpan.FromMilliseconds(random.Next(50) == 0 ? 40 : random.Next(1, 5));
            while (answers.TryPeek(out var answer, out var at) && at <= now)
                pace.End(answers.Dequeue(), at);
            // A round trip of 57 ms, give or take 20.
            for (; pace.NextAt(Lane.Broadcast, now) <= now; sent++)
                answers.Enqueue(Start(pace, now), now + TimeSpan.FromMilliseconds(random.Next(37, 78)));
        }

        Assert.InRange(sent, 0.98 * limit * 100, limit * 100);
    }

    [Fact]
    public void A_broadcast_is_spread_over_the_second()
    {
        var pace = new LanePace(100);

        var atOnce = Enumerable.Range(0, 100).TakeWhile(_ => StartsNow(pace, Lane.Broadcast, TimeSpan.Zero)).Count();

        Assert.InRange(atOnce, 1, 27);
    }

    [Fact]
    public void An_answer_goes_ahead_of_a_broadcast_but_not_ahead_of_the_limit()
    {
        var pace = new LanePace(20);
        while (StartsNow(pace, Lane.Broadcast, Second))
        {
        }

        var answers = 0;
        while (StartsNow(pace, Lane.Answer, Second))
            answers++;

        Assert.InRange(answers, 10, 19);
        Assert.Equal(20, pace.InLastSecond(Second));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(1000)]
    public void Answers_go_at_once_while_a_broadcast_uses_the_whole_limit(int limit)
    {
        var pace = new LanePace(limit);
        var random = new Random(1);
        var asked = new Queue<TimeSpan>();
        var waits = new List<TimeSpan>();
        var (now, nextAsked) = (TimeSpan.Zero, Second * 5);
        while (waits.Count < 1_000)
        {
            now += TimeSpan.FromMilliseconds(random.Next(1, 5));
            for (; nextAsked <= now; nextAsked += TimeSpan.FromMilliseconds(random.Next(50, 150)))
                asked.Enqueue(nextAsked);
            while (asked.Count > 0 && StartsNow(pace, Lane.Answer, now))
                waits.Add(now - asked.Dequeue());
            while (StartsNow(pace, Lane.Broadcast, now))
            {
            }
        }

        Assert.InRange(waits.Order().ElementAt(950), TimeSpan.Zero, TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void Answers_leave_a_broadcast_every_tenth_place()
    {
        var pace = new LanePace(100);
        var now = TimeSpan.Zero;
        int answers = 0, broadcasts = 0;
        while (now < Second * 20)
        {
            now += TimeSpan.FromMilliseconds(1);
            if (answers < 90 * now.TotalSeconds && StartsNow(pace, Lane.Answer, now))
                answers++;
            if (StartsNow(pace, Lane.Broadcast, now))
                broadcasts++;
        }

        Assert.InRange(broadcasts, 120, 250);
    }

    [Fact]
    public void After_a_flood_it_goes_on_at_seven_tenths_and_gains_a_hundredth_a_second()
    {
        var pace = new LanePace(100);

        pace.Slow(Second);

        Assert.Equal(0.7, pace.Share(Second), 3);
        Assert.Equal(0.8, pace.Share(Second * 11), 3);
        Assert.Equal(1, pace.Share(Second * 40), 3);
        pace.Slow(Second * 11);
        Assert.Equal(0.56, pace.Share(Second * 11), 3);
    }

    [Fact]
    public void What_may_start_soon_is_what_then_does_start()
    {
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 60], Gen.Int[0, 200]).Sample((limit, ahead, before) =>
        {
            var pace = new LanePace(limit);
            var now = TimeSpan.FromSeconds(5);
            for (var i = 0; i < before && StartsNow(pace, Lane.Broadcast, now); i++)
                now += TimeSpan.FromMilliseconds(3);
            var until = now + TimeSpan.FromMilliseconds(ahead);
            var promised = pace.StartsUntil(Lane.Broadcast, now, until, 1000);

            var started = 0;
            for (; now <= until; now += TimeSpan.FromMilliseconds(0.25))
            {
                while (StartsNow(pace, Lane.Broadcast, now))
                    started++;
            }

            Assert.InRange(started, promised - 1, promised + 1);
        }, iter: 300);
    }

    [Fact]
    public void A_broadcast_rests_where_another_instance_may_have_sent_just_before_and_does_not_burst_then()
    {
        var pace = new LanePace(100);

        pace.Rest(Second);

        Assert.Equal(Second, pace.NextAt(Lane.Broadcast, TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, pace.NextAt(Lane.Answer, TimeSpan.Zero));
        Assert.True(StartsNow(pace, Lane.Broadcast, Second));
        Assert.False(StartsNow(pace, Lane.Broadcast, Second));
    }

    private static LoggedStart Start(LanePace pace, TimeSpan now)
    {
        var start = new LoggedStart();
        pace.Start(start, now);
        return start;
    }

    private static bool StartsNow(LanePace pace, Lane lane, TimeSpan now)
    {
        if (pace.NextAt(lane, now) > now)
            return false;
        pace.End(Start(pace, now), now);
        return true;
    }
}
