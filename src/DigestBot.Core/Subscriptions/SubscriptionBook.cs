using DigestBot.Chats;

namespace DigestBot.Subscriptions;

/// <summary>
/// What a chat can do with its subscriptions. Every change works out the next slot anew, so it takes effect at once.
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
        await store.SaveChatAsync(settings, cancellationToken);
        var existing = await store.ListAsync(chat, cancellationToken);
        var same = existing.FirstOrDefault(subscription => subscription.Wants.Target == wants.Target);
        var changed = (same ?? new Subscription { Chat = chat, Wants = wants, Schedule = Schedule.Default }) with { Wants = wants };
        changed = changed with { Schedule = schedule ?? same?.Schedule ?? (existing.Count > 0 ? existing[0].Schedule : Schedule.Default) };
        return (await store.SaveAsync([Planned(changed, settings)], cancellationToken))[0];
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
        return await store.SaveAsync(
            [.. subscriptions.Select(subscription => Planned(subscription with { Schedule = schedule }, settings))], cancellationToken);
    }

    /// <summary>Stores the settings and works out every next slot anew; returns the chat's subscriptions.</summary>
    public async Task<IReadOnlyList<Subscription>> ChangeAsync(ChatSettings settings, CancellationToken cancellationToken)
    {
        await store.SaveChatAsync(settings, cancellationToken);
        var subscriptions = await store.ListAsync(settings.Chat, cancellationToken);
        return await store.SaveAsync([.. subscriptions.Select(subscription => Planned(subscription, settings))], cancellationToken);
    }

    private Subscription Planned(Subscription subscription, ChatSettings settings) =>
        subscription with { Next = Slots.After(time.GetUtcNow(), subscription.Schedule, settings.Zone, settings.Quiet) };
}
