using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Storage;

/// <summary>A row of <c>subscriptions</c>.</summary>
internal sealed record SubscriptionRow
{
    public long Id { get; init; }
    public string Platform { get; init; } = "";
    public string Chat { get; init; } = "";
    public string Thread { get; init; } = "";
    public string Target { get; init; } = "";
    public string Wants { get; init; } = "";
    public string Schedule { get; init; } = "";
    public long? Position { get; init; }
    public string? SerialArticle { get; init; }
    public int? SerialPosted { get; init; }
    public string? LastSlot { get; init; }
    public string? NextSlot { get; init; }
    public long? NextDue { get; init; }

    public static SubscriptionRow Of(Subscription subscription) => new()
    {
        Id = subscription.Id,
        Platform = subscription.Chat.Platform,
        Chat = subscription.Chat.Chat,
        Thread = subscription.Chat.Thread ?? "",
        Target = subscription.Wants.Target,
        Wants = subscription.Wants.Key,
        Schedule = subscription.Schedule.ToString(),
        Position = subscription.Position,
        SerialArticle = subscription.Serial?.Article,
        SerialPosted = subscription.Serial?.Posted,
        LastSlot = subscription.Last,
        NextSlot = subscription.Next?.Slot,
        NextDue = subscription.Next?.At.ToUnixTimeMilliseconds(),
    };

    public Subscription ToSubscription() => new()
    {
        Id = Id,
        Chat = new ChatId(Platform, Chat, Thread is "" ? null : Thread),
        Wants = DigestBot.Subscriptions.Wants.Parse(Wants),
        Schedule = DigestBot.Subscriptions.Schedule.Parse(Schedule),
        Position = Position,
        Serial = SerialArticle is null ? null : new SerialPlace(SerialArticle, SerialPosted ?? 0),
        Last = LastSlot,
        Next = NextSlot is null || NextDue.ToInstant() is not { } at ? null : new Due(NextSlot, at),
    };
}
