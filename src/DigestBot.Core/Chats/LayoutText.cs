namespace DigestBot.Chats;

/// <summary>
/// Reads a layout as people write it: parts by name in either language, <c>judul, tanggal, ringkasan</c>, or what changes,
/// <c>+topic -votes</c>. Pure.
/// </summary>
/// <param name="Layout">What it says; null where it can't be taken.</param>
/// <param name="Unknown">The word that is no part; empty where every word was understood and nothing to read would be left.</param>
public readonly record struct LayoutText(Layout? Layout, string Unknown)
{
    private static readonly char[] Separators = [' ', ',', ';', '\n', '\t'];

    /// <summary>What a line makes of the layout that there is.</summary>
    public static LayoutText Read(string text, Layout before)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(word => LayoutNames.Find(word.TrimStart('+', '-')) is null) is { } unknown)
            return new LayoutText(null, unknown);

        var named = words.Where(word => word[0] is not ('+' or '-')).Select(PartOf).ToArray();
        var layout = named.Length == 0 ? before : Layout.TryCreate(named);
        foreach (var word in words.Where(word => word[0] is '+' or '-'))
            layout = word[0] == '+' ? layout?.With(PartOf(word)) : layout?.TryWithout(PartOf(word));
        return new LayoutText(layout, "");
    }

    private static LayoutPart PartOf(string word) => LayoutNames.Find(word.TrimStart('+', '-'))!.Value;
}
