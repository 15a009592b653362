namespace DigestBot.Chats;

/// <summary>
/// What a digest shows of an article, and in which order. It names parts and holds no text of its own: whatever somebody
/// chooses, nothing but the article is shown. Written <c>title date headings digests</c>; <see cref="ToString"/> is the one
/// canonical form.
/// </summary>
public sealed record Layout
{
    /// <summary>One of these has to be there: a digest without them says nothing.</summary>
    private static readonly LayoutPart[] Substance = [LayoutPart.Title, LayoutPart.Lead, LayoutPart.Headings, LayoutPart.Digests];

    private static readonly Dictionary<string, LayoutPart> Names = Enum.GetValues<LayoutPart>().ToDictionary(NameOf, StringComparer.Ordinal);

    private Layout(IReadOnlyList<LayoutPart> parts) => Parts = parts;

    /// <summary>Everything but the topic.</summary>
    public static Layout Default { get; } = new([.. Enum.GetValues<LayoutPart>().Where(part => part != LayoutPart.Topic)]);

    /// <summary>In the order in which they stand, none twice.</summary>
    public IReadOnlyList<LayoutPart> Parts { get; }

    /// <summary>A layout of these parts, each where it is named first; null where an article would leave nothing to read.</summary>
    public static Layout? TryCreate(IEnumerable<LayoutPart> parts)
    {
        var distinct = parts.Distinct().ToArray();
        return distinct.Intersect(Substance).Any() ? new Layout(distinct) : null;
    }

    /// <summary>Reads the canonical form; null on anything else.</summary>
    public static Layout? TryParse(string text)
    {
        var words = text.Split(' ');
        return words.All(Names.ContainsKey) ? TryCreate(words.Select(word => Names[word])) : null;
    }

    /// <summary>Reads the canonical form; throws <see cref="FormatException"/> on anything else.</summary>
    public static Layout Parse(string text) => TryParse(text) ?? throw new FormatException($"not a layout: {text}");

    /// <summary>Whether the part is shown.</summary>
    public bool Shows(LayoutPart part) => Parts.Contains(part);

    /// <summary>With one part more, after the last that usually comes before it; itself where it has it already.</summary>
    public Layout With(LayoutPart part)
    {
        if (Shows(part))
            return this;

        var place = Parts.Index().Where(other => other.Item < part).Select(other => other.Index + 1).LastOrDefault();
        return new Layout([.. Parts.Take(place), part, .. Parts.Skip(place)]);
    }

    /// <summary>Without the part; null where nothing to read would be left.</summary>
    public Layout? TryWithout(LayoutPart part) => TryCreate(Parts.Where(other => other != part));

    /// <summary>The canonical form, read back by <see cref="Parse"/>.</summary>
    public override string ToString() => string.Join(' ', Parts.Select(NameOf));

    /// <summary>Equal where the canonical forms are.</summary>
    public bool Equals(Layout? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    /// <summary>Stored and exported: it stays as it is whatever the part is called in chats.</summary>
    private static string NameOf(LayoutPart part) => part.ToString().ToLowerInvariant();
}
