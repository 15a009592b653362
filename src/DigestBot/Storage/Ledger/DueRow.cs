using DigestBot.Delivery;
using DigestBot.Subscriptions;

namespace DigestBot.Storage.Ledger;

/// <summary>A <see cref="DueGroup"/> as the statements name its parts, and one of its members.</summary>
internal sealed record DueRow
{
    /// <summary>The member; 0 where the row stands for the group.</summary>
    public long Id { get; init; }

    /// <summary>By what it was found, which is not later than it is due; 0 where the row stands for the group.</summary>
    public long FoundAt { get; init; }

    public string Platform { get; init; } = "";
    public string Target { get; init; } = "";
    public string Wants { get; init; } = "";
    public string Schedule { get; init; } = "";
    public long? Position { get; init; }
    public string? SerialArticle { get; init; }
    public int? SerialPosted { get; init; }
    public int AfterPause { get; init; }
    public int HadSlot { get; init; }
    public string NextSlot { get; init; } = "";
    public long NextDue { get; init; }
    public string? Language { get; init; }
    public string Zone { get; init; } = "";
    public string? QuietFrom { get; init; }
    public string? QuietTo { get; init; }
    public int Silent { get; init; }
    public int Pin { get; init; }
    public int Rich { get; init; }
    public string? Layout { get; init; }
    public int Forum { get; init; }

    public static DueRow Of(DueGroup group) => new()
    {
        Platform = group.Platform,
        Target = group.Wants.Target,
        Wants = group.Wants.Key,
        Schedule = group.Schedule.ToString(),
        Position = group.Position,
        SerialArticle = group.Serial?.Article,
        SerialPosted = group.Serial?.Posted,
        AfterPause = group.AfterPause ? 1 : 0,
        HadSlot = group.HadSlot ? 1 : 0,
        NextSlot = group.Due.Slot,
        NextDue = group.Due.At.ToUnixTimeMilliseconds(),
        Language = group.Language,
        Zone = group.Zone,
        QuietFrom = group.Quiet?.From.ToText(),
        QuietTo = group.Quiet?.To.ToText(),
        Silent = group.Silent ? 1 : 0,
        Pin = group.Pin ? 1 : 0,
        Rich = group.Rich ? 1 : 0,
        Layout = group.Layout?.ToString(),
        Forum = group.Forum ? 1 : 0,
    };

    public DueGroup ToGroup() => new()
    {
        Platform = Platform,
        Wants = Subscriptions.Wants.Parse(Wants),
        Schedule = Subscriptions.Schedule.Parse(Schedule),
        Position = Position,
        Serial = SerialArticle is null ? null : new SerialPlace(SerialArticle, SerialPosted ?? 0),
        AfterPause = AfterPause != 0,
        HadSlot = HadSlot != 0,
        Due = new Due(NextSlot, DateTimeOffset.FromUnixTimeMilliseconds(NextDue)),
        Language = Language,
        Zone = Zone,
        Quiet = QuietFrom is null || QuietTo is null ? null : new QuietHours(QuietFrom.ToTime(), QuietTo.ToTime()),
        Silent = Silent != 0,
        Pin = Pin != 0,
        Rich = Rich != 0,
        Layout = Layout is null ? null : Chats.Layout.Parse(Layout),
        Forum = Forum != 0,
    };
}
