namespace DigestBot.Commands;

/// <summary>The commands that set what <c>/settings</c> shows and does not set itself: <c>settings zone WITA</c> is <c>timezone WITA</c>.</summary>
internal sealed class SettingCommands(TimeZoneCommand zone, LanguageCommand language, LayoutCommand layout, ScheduleCommand schedule)
{
    private readonly IChatCommand[] _commands = [zone, language, layout, schedule];

    /// <summary>The command and what is left for it; null where the line begins with none of their names.</summary>
    public (IChatCommand Command, string Arguments)? Find(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(2, words.Length); count > 0; count--)
        {
            var name = string.Concat(words[..count]).ToLowerInvariant();
            name = name is "zone" or "zona" ? "timezone" : name;
            if (Array.Find(_commands, command => command.Info.IsCalled(name)) is { } found)
                return (found, string.Join(' ', words[count..]));
        }

        return null;
    }
}
