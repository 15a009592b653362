using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>Where a place in a serial lies after its article was edited: sections may have come, gone and changed before it.</summary>
internal static class SerialPlaces
{
    /// <summary>
    /// The place in the article as it is now: between the last section read and the first to come of those that still stand. What
    /// lies between these two was edited or is new: as much of it counts as read as was read there before, less where sections
    /// are missing, so that none is passed over. A section that was moved to before the place counts as read.
    /// </summary>
    /// <param name="library">The articles as they are, and the editions before.</param>
    /// <param name="position">The newest edition when the place was reached; where it is not known the number stays as it was.</param>
    /// <param name="place">The place as it was then.</param>
    public static SerialPlace Now(LibrarySnapshot library, long? position, SerialPlace place)
    {
        var id = new ArticleId(place.Article);
        if (library.Find(id) is not { } article || position is not { } seen || library.SeenEdition(id, seen) is not { } had || had.Hash == article.Hash)
            return place;

        return place with { Posted = Posted([.. article.Units], had.SectionHashes, Math.Min(place.Posted, had.SectionHashes.Count)) };
    }

    private static int Posted(Section[] units, IReadOnlyList<string> had, int posted)
    {
        var read = 0;
        while (read < posted && IndexOf(units, had[posted - 1 - read], 0) < 0)
            read++;
        var after = read < posted ? IndexOf(units, had[posted - 1 - read], 0) + 1 : 0;

        var unread = 0;
        while (posted + unread < had.Count && IndexOf(units, had[posted + unread], after) < 0)
            unread++;
        var before = posted + unread < had.Count ? IndexOf(units, had[posted + unread], after) : units.Length;

        return after + Math.Clamp(before - after - unread, 0, read);
    }

    private static int IndexOf(Section[] units, string hash, int from) =>
        Array.FindIndex(units, from, section => section.UnnumberedHash == hash || section.Hash == hash);
}
