using DigestBot.Chats;
using DigestBot.Support;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Subscriptions;

/// <summary>It is Tuesday 24 November 2026, 12:00 in Jakarta.</summary>
public sealed class SubscriptionBookTests
{
    private static readonly ChatId Chat = new("test", "7");
    private static readonly Wants Economy = new() { Topic = "ekonomi" };

    private readonly FakeSubscriptionStore _store = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero));

    private SubscriptionBook Book => new(_store, _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_subscription_comes_at_seven_in_the_chats_zone()
    {
        var subscription = await Book.SubscribeAsync(Chat, Economy, null, Cancellation);

        Assert.Equal(Schedule.Default, subscription.Schedule);
        Assert.Equal(new Due("2026-11-25T07:00", Utc(25, 0)), subscription.Next);
        Assert.Null(subscription.Position);
    }

    [Fact]
    public async Task A_further_subscription_comes_when_the_chats_first_one_does()
    {
        await Book.SubscribeAsync(Chat, Economy, Schedule.Parse("18:00 mon-fri"), Cancellation);

        Assert.Equal("18:00 mon-fri", (await Book.SubscribeAsync(Chat, new Wants { Topic = "budaya" }, null, Cancellation)).Schedule.ToString());
    }

    [Fact]
    public async Task Subscribing_again_changes_the_wishes_and_keeps_place_and_schedule()
    {
        var first = await Book.SubscribeAsync(Chat, Economy, Schedule.Parse("18:00"), Cancellation);
        await _store.SaveAsync([first with { Position = 4 }], Cancellation);

        var second = await Book.SubscribeAsync(Chat, Economy with { Top = 2 }, null, Cancellation);

        Assert.Equal((first.Id, 4L, "18:00", 2), (second.Id, second.Position, second.Schedule.ToString(), second.Wants.Top));
        Assert.Single(await Book.ListAsync(Chat, Cancellation));
    }

    [Fact]
    public async Task What_the_platform_paused_in_a_chat_and_its_topics_goes_on_when_it_takes_the_bot_again()
    {
        var (topic, quiet, other) = (Chat with { Thread = "42" }, Chat with { Thread = "43" }, new ChatId("test", "8", "42"));
        foreach (var chat in new[] { topic, quiet, other })
            await Book.SubscribeAsync(chat, Economy, null, Cancellation);
        await Book.ChangeAsync((await Book.SettingsAsync(Chat, Cancellation)) with { Language = "en" }, Cancellation);
        await Book.RefusedAsync(Chat, "kicked", Cancellation);

        Assert.Equal("kicked", (await Book.SettingsAsync(topic, Cancellation)).Pause?.Reason);
        Assert.Null((await Book.SettingsAsync(Chat, Cancellation)).Pause);
        Assert.Null((await Book.SettingsAsync(other, Cancellation)).Pause);

        await Book.ChangeAsync((await Book.SettingsAsync(quiet, Cancellation)) with { Pause = new ChatPause(false, "", _clock.GetUtcNow(), null) }, Cancellation);
        Assert.Equal([topic], (await Book.TakenAgainAsync(Chat, Cancellation))?.Select(subscription => subscription.Chat));
        Assert.Null((await Book.SettingsAsync(topic, Cancellation)).Pause);
        Assert.NotNull((await Book.SettingsAsync(quiet, Cancellation)).Pause);
        Assert.Null(await Book.TakenAgainAsync(Chat, Cancellation));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(40)]
    public async Task A_pause_that_somebody_asked_for_outlasts_the_platforms(int? days)
    {
        await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        var asked = new ChatPause(false, "", _clock.GetUtcNow(), days is null ? null : _clock.GetUtcNow().AddDays(days.Value));
        await Book.ChangeAsync(new ChatSettings { Chat = Chat, Pause = asked }, Cancellation);

        await Book.RefusedAsync(Chat, "kicked", Cancellation);
        await Book.RefusedAsync(Chat, "kicked", Cancellation);
        Assert.Equal("kicked", (await Book.SettingsAsync(Chat, Cancellation)).Pause?.Reason);

        Assert.Null(await Book.TakenAgainAsync(Chat, Cancellation));
        Assert.Equal(asked, (await Book.SettingsAsync(Chat, Cancellation)).Pause);

        await Book.RefusedAsync(Chat, "kicked", Cancellation);
        Assert.Equal(asked, (await Book.GoOnAsync(await Book.SettingsAsync(Chat, Cancellation), Cancellation)).Pause);
        await Book.RefusedAsync(Chat, "closed", Cancellation);
        await Book.ReopenedAsync(Chat, Cancellation);
        Assert.Equal(asked, (await Book.SettingsAsync(Chat, Cancellation)).Pause);
    }

    [Fact]
    public async Task A_pause_that_ran_out_beneath_the_platforms_is_none()
    {
        await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        var asked = new ChatPause(false, "", _clock.GetUtcNow(), _clock.GetUtcNow().AddDays(1));
        await Book.ChangeAsync(new ChatSettings { Chat = Chat, Pause = asked }, Cancellation);
        await Book.RefusedAsync(Chat, "kicked", Cancellation);
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.Single((await Book.TakenAgainAsync(Chat, Cancellation))!);
    }

    [Fact]
    public async Task A_thread_that_is_opened_again_goes_on_alone()
    {
        var (topic, other) = (Chat with { Thread = "42" }, Chat with { Thread = "43" });
        foreach (var chat in new[] { topic, other })
            await Book.SubscribeAsync(chat, Economy, null, Cancellation);
        await Book.RefusedAsync(Chat, "closed", Cancellation);

        await Book.ReopenedAsync(topic, Cancellation);

        Assert.Null((await Book.SettingsAsync(topic, Cancellation)).Pause);
        Assert.NotNull((await Book.SettingsAsync(other, Cancellation)).Pause);
    }

    [Fact]
    public async Task Another_schedule_takes_effect_at_once()
    {
        var subscription = await Book.SubscribeAsync(Chat, Economy, null, Cancellation);

        var changed = Assert.Single(await Book.RescheduleAsync([subscription], Schedule.Parse("12:30"), Cancellation));
        Assert.Equal(new Due("2026-11-24T12:30", Utc(24, 5, 30)), changed.Next);
        Assert.Null(Assert.Single(await Book.RescheduleAsync([changed], Schedule.Off, Cancellation)).Next);
        Assert.Empty(await Book.RescheduleAsync([], Schedule.Default, Cancellation));
    }

    [Fact]
    public async Task A_slot_that_is_due_and_not_posted_yet_survives_a_change()
    {
        await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        _clock.SetUtcNow(Utc(25, 0));

        var due = new Due("2026-11-25T07:00", Utc(25, 0));
        Assert.Equal(due, Assert.Single(await Book.ChangeAsync(new ChatSettings { Chat = Chat, Language = "en" }, Cancellation)).Next);
        Assert.Equal(due, (await Book.SubscribeAsync(Chat, Economy with { Top = 1 }, null, Cancellation)).Next);
        Assert.Equal(due, (await Book.SubscribeAsync(Chat, Economy, Schedule.Parse("07:00 18:00"), Cancellation)).Next);
        Assert.Equal("2026-11-25T18:00", (await Book.SubscribeAsync(Chat, Economy, Schedule.Parse("18:00"), Cancellation)).Next?.Slot);
    }

    [Fact]
    public async Task A_day_has_its_slot_once_when_the_chat_moves_west()
    {
        var subscription = await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        await _store.SaveAsync([subscription with { Last = "2026-11-24T07:00" }], Cancellation);

        // In New York it is midnight of the 24th, whose slot was had in Jakarta: the next one is tomorrow's.
        var moved = Assert.Single(await Book.ChangeAsync(new ChatSettings { Chat = Chat, Zone = "America/New_York" }, Cancellation));
        Assert.Equal(new Due("2026-11-25T07:00", Utc(25, 12)), moved.Next);
    }

    [Fact]
    public async Task A_slot_that_was_not_had_yet_comes_on_the_same_day_further_west()
    {
        await Book.SubscribeAsync(Chat, Economy, null, Cancellation);

        var moved = Assert.Single(await Book.ChangeAsync(new ChatSettings { Chat = Chat, Zone = "America/New_York" }, Cancellation));
        Assert.Equal(new Due("2026-11-24T07:00", Utc(24, 12)), moved.Next);
    }

    [Fact]
    public async Task A_day_has_its_slot_once_when_the_chat_moves_east_past_its_time()
    {
        await Book.SubscribeAsync(Chat, Economy, Schedule.Parse("13:00"), Cancellation);

        // At noon in Jakarta it is two in Jayapura, where the slot of the day is an hour ago: it comes at once.
        var moved = Assert.Single(await Book.ChangeAsync(new ChatSettings { Chat = Chat, Zone = "Asia/Jayapura" }, Cancellation));
        Assert.Equal(new Due("2026-11-24T13:00", Utc(24, 4)), moved.Next);
    }

    [Fact]
    public async Task Quiet_hours_move_the_next_slot_to_their_end()
    {
        await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        var settings = new ChatSettings { Chat = Chat, Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0)) };

        Assert.Equal(new Due("2026-11-25T07:00", Utc(25, 1)), Assert.Single(await Book.ChangeAsync(settings, Cancellation)).Next);
        Assert.Equal(settings, await Book.SettingsAsync(Chat, Cancellation));
    }

    [Fact]
    public async Task A_pause_plans_the_first_slot_after_its_end_and_the_end_of_it_the_first_from_now()
    {
        await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        var pause = new ChatPause(false, "", _clock.GetUtcNow(), Utc(30, 3));

        Assert.Equal("2026-12-01T07:00", Assert.Single(await Book.ChangeAsync(new ChatSettings { Chat = Chat, Pause = pause }, Cancellation)).Next?.Slot);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("2026-11-26T07:00", Assert.Single(await Book.ChangeAsync(new ChatSettings { Chat = Chat }, Cancellation)).Next?.Slot);
    }

    [Fact]
    public async Task A_slot_missed_in_a_pause_does_not_come_at_its_end()
    {
        await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        await Book.ChangeAsync(new ChatSettings { Chat = Chat, Pause = new ChatPause(true, "blocked", _clock.GetUtcNow(), null) }, Cancellation);
        _clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal("2026-11-28T07:00", Assert.Single(await Book.ChangeAsync(new ChatSettings { Chat = Chat }, Cancellation)).Next?.Slot);
    }

    [Fact]
    public async Task Unsubscribing_ends_one_subscription_once()
    {
        var economy = await Book.SubscribeAsync(Chat, Economy, null, Cancellation);
        await Book.SubscribeAsync(Chat, new Wants { Topic = "budaya" }, null, Cancellation);

        Assert.True(await Book.UnsubscribeAsync(economy, Cancellation));
        Assert.False(await Book.UnsubscribeAsync(economy, Cancellation));
        Assert.Equal("budaya", Assert.Single(await Book.ListAsync(Chat, Cancellation)).Wants.Topic);
    }

    private static DateTimeOffset Utc(int day, int hour, int minute = 0) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
}
