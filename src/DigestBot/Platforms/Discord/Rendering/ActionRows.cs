using System.Globalization;
using System.Text;
using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>
/// Buttons as Discord has them: five rows of five. More numbers than one row holds become a menu that shows the headings
/// they stand for, and what would be a sixth row becomes a menu too. What a button carries begins with its place, since no
/// two of a message may be equal.
/// </summary>
internal static class ActionRows
{
    private const int MostRows = 5;
    private const int RowLength = 5;
    private const int MostOptions = 25;
    private const int LongestButton = 80;
    private const int LongestOption = 100;
    private const int Secondary = 2;

    public static IReadOnlyList<ActionRow> Of(Message message)
    {
        var headings = Headings(message);
        var groups = new List<List<Button>>();
        var lastOpens = false;
        foreach (var row in message.Buttons.Where(row => row.Count > 0))
        {
            var opens = row.Any(button => headings.ContainsKey(button.Label));
            if (opens && lastOpens)
                groups[^1].AddRange(row);
            else
                groups.Add([.. row]);
            lastOpens = opens;
        }

        var place = 0;
        var rows = groups.SelectMany(group => group.Count > RowLength ? group.Chunk(MostOptions) : [[.. group]]).ToList();
        if (rows.Count > MostRows)
            rows = [.. rows.Take(MostRows - 1), [.. rows.Skip(MostRows - 1).SelectMany(row => row).Take(MostOptions)]];
        return [.. rows.Select(row => row.Length > RowLength ? Menu(row, headings, ref place) : Row(row, ref place))];
    }

    /// <summary>The command line that a button or a menu's choice carries; null for anything else.</summary>
    public static string? TryRead(string? carried)
    {
        var blank = carried?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return blank > 0 && carried!.AsSpan(0, blank).IndexOfAnyExceptInRange('0', '9') < 0 ? carried![(blank + 1)..] : null;
    }

    private static ActionRow Row(Button[] row, ref int place)
    {
        var buttons = new List<MessageComponent>(row.Length);
        foreach (var button in row)
            buttons.Add(new MessageComponent(2, Carried(button, place++)) { Style = Secondary, Label = Label(button.Label, LongestButton) });
        return ActionRow.Of(buttons);
    }

    private static ActionRow Menu(Button[] row, IReadOnlyDictionary<string, string> headings, ref int place)
    {
        var menu = string.Create(CultureInfo.InvariantCulture, $"menu-{place}");
        var options = new List<SelectOption>(row.Length);
        foreach (var button in row)
            options.Add(new SelectOption(Label(headings.GetValueOrDefault(button.Label, button.Label), LongestOption), Carried(button, place++)));
        return ActionRow.Of(new MessageComponent(3, menu) { Options = options });
    }

    private static string Carried(Button button, int place)
    {
        var bytes = Encoding.UTF8.GetByteCount(button.Action);
        return bytes is > 0 and <= Button.LongestAction
            ? string.Create(CultureInfo.InvariantCulture, $"{place} {button.Action}")
            : throw new ArgumentException($"a button's action has 1 to {Button.LongestAction} bytes, not {bytes}: {button.Label}", nameof(button));
    }

    private static string Label(string label, int most) => Labels.Short(InertText.CleanLine(label), most) is { Length: > 0 } text ? text : "…";

    /// <summary>What the message itself calls the numbers on its buttons.</summary>
    private static Dictionary<string, string> Headings(Message message)
    {
        var headings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in message.Blocks)
        {
            if (block is SectionBlock { Heading.Length: > 0 } section)
                headings.TryAdd(section.Number.ToString(CultureInfo.InvariantCulture), Prose.Heading(section));
            else if (block is ItemBlock { Marker: [.. var number, '.'] } item)
                headings.TryAdd(number, $"{item.Marker} {string.Concat(item.Spans.Select(span => span.Text))}");
        }

        return headings;
    }
}
