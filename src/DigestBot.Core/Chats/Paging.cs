namespace DigestBot.Chats;

/// <summary>One page of a long list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Of">How many there are, at least 1.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Of);

/// <summary>Cuts long lists into pages and makes the buttons that turn and open them.</summary>
internal static class Paging
{
    /// <summary>Buttons in a row: what a phone shows side by side.</summary>
    private const int RowLength = 5;

    /// <summary>A page by its number; one that is out of range is the nearest there is.</summary>
    public static Page<T> Page<T>(IReadOnlyList<T> items, int number, int size)
    {
        var pages = Math.Max(1, (items.Count + size - 1) / size);
        var page = Math.Clamp(number, 1, pages);
        return new Page<T>([.. items.Skip((page - 1) * size).Take(size)], page, pages);
    }

    /// <summary>Back and forth; no row where there is one page.</summary>
    public static IEnumerable<IReadOnlyList<Button>> Turn<T>(Page<T> page, string action, Words words)
    {
        var row = new List<Button>(2);
        if (page.Number > 1)
            row.Add(new Button(words["Button_PageBack"], $"{action} {page.Number - 1}"));
        if (page.Number < page.Of)
            row.Add(new Button(words["Button_PageNext"], $"{action} {page.Number + 1}"));
        return row.Count == 0 ? [] : [row];
    }

    /// <summary>Buttons in rows of five.</summary>
    public static IEnumerable<IReadOnlyList<Button>> Rows(IEnumerable<Button> buttons) => buttons.Chunk(RowLength);
}
