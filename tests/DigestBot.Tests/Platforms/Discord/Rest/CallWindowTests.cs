using CsCheck;

namespace DigestBot.Platforms.Discord.Rest;

public sealed class CallWindowTests
{
    private const int PerSecond = 5;

    private static readonly RestRequest Delivery = RestRequest.CreateMessage("1", []);
    private static readonly RestRequest Other = RestRequest.Channel("1");

    private readonly CallWindow _window = new(PerSecond);

    [Fact]
    public void Deliveries_by_themselves_are_counted_from_their_starts()
    {
        Begin(Delivery, 5, at: 0);

        Assert.Equal(Milliseconds(601), _window.WaitFor(Delivery, Milliseconds(400)));
        Assert.Null(_window.WaitFor(Delivery, Milliseconds(1001)));
    }

    [Fact]
    public void Another_call_has_its_place_until_a_second_after_its_answer()
    {
        Begin(Other, 1, at: 0);
        Begin(Delivery, 4, at: 1_500);

        Assert.NotNull(_window.WaitFor(Delivery, Milliseconds(1_600)));
        _window.End(Other, Milliseconds(1_700));

        Assert.NotNull(_window.WaitFor(Delivery, Milliseconds(2_600)));
        Assert.Null(_window.WaitFor(Delivery, Milliseconds(2_701)));
    }

    [Fact]
    public void Beside_another_call_deliveries_count_until_a_second_after_their_answers()
    {
        Begin(Delivery, 4, at: 0);
        Begin(Other, 1, at: 0);
        for (var i = 0; i < 4; i++)
            _window.End(Delivery, Milliseconds(800));

        Assert.NotNull(_window.WaitFor(Delivery, Milliseconds(1_700)));
        Assert.Null(_window.WaitFor(Delivery, Milliseconds(1_801)));
    }

    [Fact]
    public void A_broadcast_that_uses_the_whole_second_leaves_another_call_a_place()
    {
        var (now, went) = (0, false);
        var underWay = new Queue<int>();
        for (; now < 10_000 && !went; now += 200)
        {
            while (underWay.TryPeek(out var end) && end <= now)
                _window.End(Delivery, Milliseconds(underWay.Dequeue()));
            // The other one asks first, but so does the next delivery, before and after it, for the whole time.
            went = now >= 3_000 && _window.WaitFor(Other, Milliseconds(now)) is null;
            if (went || _window.WaitFor(Delivery, Milliseconds(now)) is not null)
                continue;

            _window.Begin(Delivery, Milliseconds(now));
            underWay.Enqueue(now + 300);
        }

        Assert.True(went);
        Assert.InRange(now, 3_000, 5_000);
    }

    /// <summary>Wherever between start and answer each of them arrives.</summary>
    [Fact]
    public void No_second_in_which_another_call_arrives_holds_more_than_the_limit() =>
        Gen.Select(Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))), Gen.Int[0, 300], Gen.Int[0, 900], Gen.Int[0, 100])
            .Select(call => new Call(call.Item1, call.Item2, call.Item3, call.Item4)).List[1, 60]
            .Sample(calls =>
            {
                var arrivals = ArrivalsOf(calls);
                return arrivals.Where(arrival => !arrival.IsDelivery).All(other =>
                    arrivals.All(first => first.At > other.At || first.At + 1_000 <= other.At
                        || arrivals.Count(arrival => arrival.At >= first.At && arrival.At < first.At + 1_000) <= PerSecond));
            });

    private static List<(bool IsDelivery, int At)> ArrivalsOf(List<Call> calls)
    {
        var window = new CallWindow(PerSecond);
        var ends = new PriorityQueue<RestRequest, int>();
        var arrivals = new List<(bool, int)>();
        var now = 0;
        foreach (var call in calls)
        {
            var request = call.IsDelivery ? Delivery : Other;
            TimeSpan? wait = Milliseconds(call.Gap);
            do
            {
                now += (int)wait.Value.TotalMilliseconds;
                while (ends.TryPeek(out _, out var end) && end <= now)
                    window.End(ends.Dequeue(), Milliseconds(end));
                wait = window.WaitFor(request, Milliseconds(now));
            }
            while (wait is not null);

            window.Begin(request, Milliseconds(now));
            ends.Enqueue(request, now + call.Took);
            arrivals.Add((call.IsDelivery, now + call.Took * call.ArrivesAfterPercent / 100));
        }

        return arrivals;
    }

    private void Begin(RestRequest request, int count, int at)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Null(_window.WaitFor(request, Milliseconds(at)));
            _window.Begin(request, Milliseconds(at));
        }
    }

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private sealed record Call(bool IsDelivery, int Gap, int Took, int ArrivesAfterPercent);
}
