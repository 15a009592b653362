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

    /// <summary>Turns a serial to another place; false where it was turned by somebody else, or posted, in the meantime.</summary>
    public Task<bool> TurnSerialAsync(Subscription subscription, SerialPlace place, long? position, CancellationToken cancellationToken) =>
        store.TurnSerialAsync(subscription, place, position, cancellationToken);

    /// <summary>Erases all that is kept about the chat.</summary>
    public Task ForgetAsync(ChatId chat, CancellationToken cancellationToken) => store.ForgetAsync(chat, cancellationToken);

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
    /// Stores the settings and works out every next slot anew; returns the chat's subscriptions. Moved to another zone, a chat
    /// has each slot once: one that it had does not come again, and one that its clock jumped over comes at once.
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
                    Next = (wasOrIsPaused ? null : Overdue(subscription, settings)) ?? First(subscription, subscription.Schedule, settings),
                }),
            ],
            cancellationToken);
    }

    /// <summary>The platform takes the bot no more: the chat's subscriptions and those of its threads rest until it does again.</summary>
    public async Task RefusedAsync(ChatId chat, string reason, CancellationToken cancellationToken)
    {
        foreach (var settings in await store.ListThreadsAsync(chat, cancellationToken))
        {
            var pause = new ChatPause(ByPlatform: true, reason, time.GetUtcNow(), Until: null) { Beneath = settings.Pause?.Asked };
            if ((await store.ListAsync(settings.Chat, cancellationToken)).Count > 0)
                await store.SaveChatAsync(settings with { Pause = pause }, cancellationToken);
        }
    }

    /// <summary>
    /// The platform takes the bot again: what it had paused in the chat and its threads goes on, or rests as somebody had asked.
    /// Returns the subscriptions that go on; null where none does.
    /// </summary>
    public async Task<IReadOnlyList<Subscription>?> TakenAgainAsync(ChatId chat, CancellationToken cancellationToken)
    {
        List<Subscription>? going = null;
        foreach (var settings in await store.ListThreadsAsync(chat, cancellationToken))
        {
            if (settings.Pause is not { ByPlatform: true } pause)
                continue;

            var subscriptions = await ChangeAsync(settings with { Pause = pause.Beneath }, cancellationToken);
            if (!Rests(pause.Beneath))
                (going ??= []).AddRange(subscriptions);
        }

        return going;
    }

    /// <summary>
    /// Somebody subscribes in the chat: what the platform alone had paused there goes on, since it takes the bot after all.
    /// Returns the settings as they are then.
    /// </summary>
    public async Task<ChatSettings> GoOnAsync(ChatSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Pause is not { ByPlatform: true } pause)
            return settings;

        await TakenAgainAsync(settings.Chat, cancellationToken);
        return settings with { Pause = Rests(pause.Beneath) ? pause.Beneath : null };
    }

    /// <summary>The platform takes the bot again in this thread of a chat: where it had paused it, it goes on.</summary>
    public async Task ReopenedAsync(ChatId thread, CancellationToken cancellationToken)
    {
        if (await store.GetChatAsync(thread, cancellationToken) is { Pause.ByPlatform: true } settings)
            await ChangeAsync(settings with { Pause = settings.Pause.Beneath }, cancellationToken);
    }

    /// <summary>
    /// Takes in subscriptions that come from elsewhere, each in the place of the one with the same target, if there is one: a
    /// place that is kept here goes before the one that came along. Returns all of the chat's.
    /// </summary>
    public async Task<IReadOnlyList<Subscription>> TakeInAsync(
        ChatSettings settings, IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var existing = await ChangeAsync(settings, cancellationToken);
        await store.SaveAsync(
            [
                .. subscriptions.Select(taken =>
                {
                    var same = existing.FirstOrDefault(subscription => subscription.Wants.Target == taken.Wants.Target);
                    var kept = (same ?? taken) with { Id = 0, Chat = settings.Chat, Wants = taken.Wants };
                    return Rescheduled(kept, taken.Schedule, settings);
                }),
            ],
            cancellationToken);
        return await store.ListAsync(settings.Chat, cancellationToken);
    }

    /// <summary>A pause that has run out is none.</summary>
    private bool Rests(ChatPause? pause) => pause is not null && !(pause.Until <= time.GetUtcNow());

    private Subscription Rescheduled(Subscription subscription, Schedule schedule, ChatSettings settings)
    {
        var overdue = settings.Pause is null ? Overdue(subscription, settings) : null;
        return subscription with
        {
            Schedule = schedule,
            Next = overdue is not null && Slots.Has(schedule, overdue.Slot) ? overdue : First(subscription, schedule, settings),
        };
    }

    /// <summary>The next slot where it has come by now, or had come by now had the settings been these; null where it lies ahead.</summary>
    private Due? Overdue(Subscription subscription, ChatSettings settings)
    {
        if (subscription.Next is not { } next)
            return null;

        var now = time.GetUtcNow();
        var moved = Slots.At(next.Slot, settings.Zone, settings.Quiet);
        return moved.At <= now || next.At <= now ? moved : null;
    }

    /// <summary>The first slot from now on, or from the end of the pause on.</summary>
    private Due? First(Subscription subscription, Schedule schedule, ChatSettings settings)
    {
        var now = time.GetUtcNow();
        var from = settings.Pause?.Until is { } until && until > now ? until : now;
        return Slots.After(from, schedule, settings.Zone, settings.Quiet, subscription.Last);
    }
}
