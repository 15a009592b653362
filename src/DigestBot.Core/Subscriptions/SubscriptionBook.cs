using DigestBot.Chats;

namespace DigestBot.Subscriptions;

/// <summary>
/// What a chat can do with its subscriptions. Every change takes effect at once, and a slot that is due and not posted yet
/// survives whatever changes around it.
/// </summary>
public sealed class SubscriptionBook(ISubscriptionStore store, TimeProvider time)
{
    /// <summary>The chat's settings; defaults where nothing was set.</summary>
    public Task<ChatSettings> SettingsAsync(ChatId chat, CancellationToken cancellationToken) => store.GetChatAsync(chat, cancellationToken);

    /// <summary>The chat's subscriptions, oldest first.</summary>
    public Task<IReadOnlyList<Subscription>> ListAsync(ChatId chat, CancellationToken cancellationToken) => store.ListAsync(chat, cancellationToken);

    /// <summary>Subscribes, or changes the subscription with the same target; keeps its place.</summary>
    public async Task<Subscription> SubscribeAsync(ChatId chat, Wants wants, Schedule? schedule, CancellationToken cancellationToken)
    {
        var settings = await store.GetChatAsync(chat, cancellationToken);
        var existing = await store.ListAsync(chat, cancellationToken);
        var same = existing.FirstOrDefault(subscription => subscription.Wants.Target == wants.Target);
        var usual = existing.Count > 0 ? existing[0].Schedule : Schedule.Default;
        // Without an id it takes the place of the one that is there, and is added where that was removed a moment ago.
        var changed = (same ?? new Subscription { Chat = chat, Wants = wants, Schedule = usual }) with { Id = 0, Wants = wants };
        return (await store.SaveAsync([Rescheduled(changed, schedule ?? changed.Schedule, settings)], cancellationToken))[0];
    }

    /// <summary>Ends a subscription; false where it was not there any more.</summary>
    public Task<bool> UnsubscribeAsync(Subscription subscription, CancellationToken cancellationToken) => store.RemoveAsync(subscription, cancellationToken);

    /// <summary>Gives subscriptions of one chat another schedule; returns them with their next slots.</summary>
    public async Task<IReadOnlyList<Subscription>> RescheduleAsync(
        IReadOnlyList<Subscription> subscriptions, Schedule schedule, CancellationToken cancellationToken)
    {
        if (subscriptions.Count == 0)
            return [];

        var settings = await store.GetChatAsync(subscriptions[0].Chat, cancellationToken);
        return await store.SaveAsync([.. subscriptions.Select(subscription => Rescheduled(subscription, schedule, settings))], cancellationToken);
    }

    /// <summary>
    /// Stores the settings and works out every next slot anew; returns the chat's subscriptions. In another zone the slot that
    /// was next stays next, so that a day has it once, wherever the chat moves.
    /// </summary>
    public async Task<IReadOnlyList<Subscription>> ChangeAsync(ChatSettings settings, CancellationToken cancellationToken)
    {
        var before = await store.GetChatAsync(settings.Chat, cancellationToken);
        await store.SaveChatAsync(settings, cancellationToken);
        var subscriptions = await store.ListAsync(settings.Chat, cancellationToken);
        var wasOrIsPaused = before.Pause is not null || settings.Pause is not null;
        return await store.SaveAsync(
            [
                .. subscriptions.Select(subscription => subscription with
                {
                    Next = subscription.Next is { } next && !wasOrIsPaused
                        ? Slots.At(next.Slot, settings.Zone, settings.Quiet)
                        : First(subscription.Schedule, settings),
                }),
            ],
            cancellationToken);
    }

    private Subscription Rescheduled(Subscription subscription, Schedule schedule, ChatSettings settings)
    {
        var isDue = settings.Pause is null && subscription.Next is { } next && next.At <= time.GetUtcNow() && Slots.Has(schedule, next.Slot);
        return subscription with { Schedule = schedule, Next = isDue ? subscription.Next : First(schedule, settings) };
    }

    /// <summary>The first slot from now on, or from the end of the pause on.</summary>
    private Due? First(Schedule schedule, ChatSettings settings)
    {
        var now = time.GetUtcNow();
        var from = settings.Pause?.Until is { } until && until > now ? until : now;
        return Slots.After(from, schedule, settings.Zone, settings.Quiet);
    }
}
