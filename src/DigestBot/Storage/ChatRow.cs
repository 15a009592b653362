using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Storage;

/// <summary>A row of <c>chats</c>.</summary>
internal sealed record ChatRow
{
    public string Platform { get; init; } = "";
    public string Chat { get; init; } = "";
    public string Thread { get; init; } = "";
    public string? Language { get; init; }
    public string Zone { get; init; } = "";
    public string? QuietFrom { get; init; }
    public string? QuietTo { get; init; }
    public int Silent { get; init; }
    public int Pin { get; init; }
    public int Rich { get; init; }
    public string? Layout { get; init; }
    public int Forum { get; init; }
    public int PauseByPlatform { get; init; }
    public string? PauseReason { get; init; }
    public long? PauseSince { get; init; }
    public long? PauseUntil { get; init; }
    public long? AskedSince { get; init; }
    public long? AskedUntil { get; init; }

    public static ChatRow Of(ChatSettings settings) => new()
    {
        Platform = settings.Chat.Platform,
        Chat = settings.Chat.Chat,
        Thread = settings.Chat.Thread ?? "",
        Language = settings.Language,
        Zone = settings.Zone,
        QuietFrom = settings.Quiet?.From.ToText(),
        QuietTo = settings.Quiet?.To.ToText(),
        Silent = settings.Silent ? 1 : 0,
        Pin = settings.Pin ? 1 : 0,
        Rich = settings.Rich ? 1 : 0,
        Layout = settings.Layout?.ToString(),
        Forum = settings.Forum ? 1 : 0,
        PauseByPlatform = settings.Pause is { ByPlatform: true } ? 1 : 0,
        PauseReason = settings.Pause?.Reason,
        PauseSince = settings.Pause?.Since.ToUnixTimeMilliseconds(),
        PauseUntil = settings.Pause?.Until?.ToUnixTimeMilliseconds(),
        AskedSince = settings.Pause?.Beneath?.Since.ToUnixTimeMilliseconds(),
        AskedUntil = settings.Pause?.Beneath?.Until?.ToUnixTimeMilliseconds(),
    };

    public ChatSettings ToSettings() => new()
    {
        Chat = new ChatId(Platform, Chat, Thread is "" ? null : Thread),
        Language = Language,
        Zone = Zone,
        Quiet = QuietFrom is null || QuietTo is null ? null : new QuietHours(QuietFrom.ToTime(), QuietTo.ToTime()),
        Silent = Silent != 0,
        Pin = Pin != 0,
        Rich = Rich != 0,
        Layout = Layout is null ? null : Chats.Layout.Parse(Layout),
        Forum = Forum != 0,
        Pause = PauseSince.ToInstant() is { } since
            ? new ChatPause(PauseByPlatform != 0, PauseReason ?? "", since, PauseUntil.ToInstant())
            {
                Beneath = AskedSince.ToInstant() is { } asked ? new ChatPause(ByPlatform: false, "", asked, AskedUntil.ToInstant()) : null,
            }
            : null,
    };
}

/// <summary>A chat as it stands in every table: no thread is the empty text.</summary>
internal sealed record ChatKey(string Platform, string Chat, string Thread)
{
    public static ChatKey Of(ChatId chat) => new(chat.Platform, chat.Chat, chat.Thread ?? "");
}
