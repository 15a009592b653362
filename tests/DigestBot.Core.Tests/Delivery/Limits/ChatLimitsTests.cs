using CsCheck;
using DigestBot.Chats;

namespace DigestBot.Delivery.Limits;

public sealed class ChatLimitsTests
{
    private static readonly SendLimits Telegram = new() { PerSecond = 30, ChatInterval = TimeSpan.FromSeconds(1), GroupPerMinute = 20 };

    [Fact]
    public void A_chat_never_gets_two_within_its_interval_nor_a_group_more_than_its_minute_allows() =>
        Gen.Select(Gen.Int[1, 900].Array[20, 150], Gen.Int[0, 300].Array[150]).Sample((waits, durations) =>
        {
            var limits = new ChatLimits(Telegram, chat => chat.Chat == "-1");
            var group = new ChatId("telegram", "-1");
            var sent = new List<(TimeSpan From, TimeSpan To)>();
            var now = TimeSpan.Zero;
            for (var i = 0; i < waits.Length; i++)
            {
                now += TimeSpan.FromMilliseconds(waits[i]);
                if (limits.ReadyAt(group, now) > now)
                    continue;

                limits.Begin(group, now);
                var from = now;
                now += TimeSpan.FromMilliseconds(durations[i]);
                limits.End(group, now, counts: true);
                sent.Add((from, now));
            }

            // Wherever between its start and its end each send reached the platform.
            for (var i = 1; i < sent.Count; i++)
                Assert.True(sent[i].From - sent[i - 1].To >= TimeSpan.FromSeconds(1));
            for (var i = 20; i < sent.Count; i++)
                Assert.True(sent[i].From - sent[i - 20].To >= TimeSpan.FromMinutes(1));
        }, iter: 200);

    [Fact]
    public void One_send_at_a_time_goes_to_a_chat_and_its_threads_share_it()
    {
        var limits = new ChatLimits(Telegram, _ => false);

        limits.Begin(new ChatId("telegram", "1", "7"), TimeSpan.Zero);

        Assert.Null(limits.ReadyAt(new ChatId("telegram", "1"), TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, limits.ReadyAt(new ChatId("telegram", "2"), TimeSpan.Zero));
    }

    [Fact]
    public void What_never_left_does_not_count()
    {
        var limits = new ChatLimits(Telegram, _ => true);
        var chat = new ChatId("telegram", "1");

        limits.Begin(chat, TimeSpan.Zero);
        limits.End(chat, TimeSpan.Zero, counts: false);

        Assert.Equal(TimeSpan.Zero, limits.ReadyAt(chat, TimeSpan.Zero));
    }

    [Fact]
    public void A_chat_told_to_wait_waits_and_no_other()
    {
        var limits = new ChatLimits(Telegram, _ => false);

        limits.Hold(new ChatId("telegram", "1"), TimeSpan.FromSeconds(40));

        Assert.Equal(TimeSpan.FromSeconds(40), limits.ReadyAt(new ChatId("telegram", "1"), TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(3), limits.ReadyAt(new ChatId("telegram", "2"), TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void Memory_follows_the_rate_not_the_number_of_chats()
    {
        var limits = new ChatLimits(Telegram, _ => true);
        var most = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var now = TimeSpan.FromMilliseconds(i * 33);
            var chat = new ChatId("telegram", i.ToString());
            limits.Begin(chat, now);
            limits.End(chat, now, counts: true);
            most = Math.Max(most, limits.Count);
        }

        // A minute's worth, and as much again until the next sweep.
        Assert.InRange(most, 1, 4 * 60 * 31);
    }
}
