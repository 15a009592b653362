namespace DigestBot.Chats;

/// <summary>What people call the parts of a digest: the texts <c>Layout_part</c> in each language, and a few words beside them.</summary>
public static class LayoutNames
{
    private static readonly Dictionary<string, LayoutPart> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["source"] = LayoutPart.Link,
        ["sumber"] = LayoutPart.Link,
        ["time"] = LayoutPart.ReadingTime,
        ["waktu"] = LayoutPart.ReadingTime,
        ["heading"] = LayoutPart.Headings,
        ["sections"] = LayoutPart.Headings,
        ["number"] = LayoutPart.Numbers,
        ["digest"] = LayoutPart.Digests,
        ["button"] = LayoutPart.Buttons,
        ["suara"] = LayoutPart.Votes,
    };

    /// <summary>The part's name in a language, one word.</summary>
    public static string Of(LayoutPart part, Words words) => words[$"Layout_{part}"];

    /// <summary>The names of all parts there are.</summary>
    public static string All(Words words) => List(Enum.GetValues<LayoutPart>(), words);

    /// <summary>The names of some parts, in order.</summary>
    public static string List(IEnumerable<LayoutPart> parts, Words words) => string.Join(", ", parts.Select(part => Of(part, words)));

    /// <summary>The part of that name in any language; null where there is none.</summary>
    public static LayoutPart? Find(string name)
    {
        foreach (var part in Enum.GetValues<LayoutPart>())
        {
            if (Words.All.Any(words => Of(part, words).Equals(name, StringComparison.OrdinalIgnoreCase)))
                return part;
        }

        return Others.TryGetValue(name, out var other) ? other : null;
    }
}
