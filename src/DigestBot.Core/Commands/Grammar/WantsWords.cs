using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>Says what a subscription holds, in words for readers and as the line that <see cref="WantsText"/> reads back.</summary>
internal static class WantsWords
{
    /// <summary>One piece for each thing that is not as usual; none for a plain subscription.</summary>
    public static IEnumerable<string> Of(Wants wants, Words words)
    {
        if (wants.Sections.Count > 0)
            yield return words.Format("Wants_Sections", List(wants.Sections, words));
        if (wants.NotSections.Count > 0)
            yield return words.Format("Wants_NotSections", List(wants.NotSections, words));
        if (wants.Include.Count > 0)
            yield return words.Format("Wants_Include", List(wants.Include, words));
        if (wants.Exclude.Count > 0)
            yield return words.Format("Wants_Exclude", List(wants.Exclude, words));
        if (wants.Length != DigestLength.Normal)
            yield return words[$"Wants_Length_{wants.Length}"];
        if (wants.Top > 0)
            yield return words.Format("Wants_TopInFull", wants.Top);
        if (wants.Serial)
            yield return words["Wants_Serial"];
    }

    /// <summary>How far a serial is: <c>3/12, Kopi Gayo</c>; null where it has not begun or its article is gone.</summary>
    public static string? Progress(Subscription subscription, LibrarySnapshot library) =>
        subscription is { Wants.Serial: true, Serial: { } place } && library.Find(new ArticleId(place.Article)) is { } article
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(place.Posted, article.Units.Count())}/{article.Units.Count()}, {Labels.Short(article.Title, 40)}")
            : null;

    /// <summary>The change as a line to type, without the target.</summary>
    public static string Typed(WantsChange change)
    {
        var pieces = new List<string>();
        if (change.Sections is { } sections)
            pieces.Add("sections: " + Typed(sections));
        if (change.Words is { } named)
            pieces.Add("words: " + Typed(named));
        if (change.Length is { } length)
            pieces.Add(length.ToString().ToLowerInvariant());
        if (change.Top is { } top)
            pieces.Add(string.Create(CultureInfo.InvariantCulture, $"top {(top == 0 ? Delivery.Selection.DefaultTop : top)}"));
        if (change.Serial is { } serial)
            pieces.Add(serial ? "serial" : "whole");
        return string.Join(' ', pieces);
    }

    private static string Typed(Named named) => named == Named.None
        ? "all"
        : string.Join(", ", named.With.Select(name => $"\"{name}\"").Concat(named.Without.Select(name => $"-\"{name}\"")));

    private static string List(IReadOnlyList<string> names, Words words)
    {
        var quoted = names.Select(name => $"“{name}”").ToArray();
        return quoted.Length == 1 ? quoted[0] : string.Join(", ", quoted[..^1]) + words["Or"] + quoted[^1];
    }
}
