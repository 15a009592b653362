using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>A setting of a chat that is on or off. Its words are <c>Switch_name_On</c> and <c>Switch_name_Off</c>.</summary>
internal sealed record ChatSwitch(string Name, string Alias, Func<ChatSettings, bool> IsOn, Func<ChatSettings, bool, ChatSettings> Turn)
{
    /// <summary>Posts make no sound.</summary>
    public static ChatSwitch Silent { get; } = new("silent", "senyap", settings => settings.Silent, (settings, on) => settings with { Silent = on });

    /// <summary>The newest digest is pinned.</summary>
    public static ChatSwitch Pin { get; } = new("pin", "sematkan", settings => settings.Pin, (settings, on) => settings with { Pin = on });

    /// <summary>Sections fold, where the platform can do that.</summary>
    public static ChatSwitch Rich { get; } = new("rich", "lipat", settings => settings.Rich, (settings, on) => settings with { Rich = on });

    /// <summary>All there are.</summary>
    public static IReadOnlyList<ChatSwitch> All { get; } = [Silent, Pin, Rich];
}
