namespace DigestBot.Articles;

/// <summary>
/// Which of several named things somebody means. Five kinds of fit, tried in turn; the first that finds anything decides.
/// Blanks and hyphens count for nothing after the first, so that "kerja sama" finds "Kerjasama Ekonomi".
/// </summary>
internal static class NameMatching
{
    public static IReadOnlyList<T> Best<T>(IReadOnlyList<T> items, Func<T, IReadOnlyList<string>> namesOf, string wanted)
    {
        var folded = new FoldedName(wanted);
        if (folded.Letters.Length == 0)
            return [];

        var candidates = items.Select(item => (Item: item, Names: namesOf(item).Select(name => new FoldedName(name)).ToArray())).ToArray();
        Func<FoldedName, bool>[] fits =
        [
            name => name.Text == wanted,
            name => name.Letters == folded.Letters,
            name => name.Letters.StartsWith(folded.Letters, StringComparison.Ordinal),
            name => name.ContainsAtWordStart(folded),
            name => name.Letters.Contains(folded.Letters, StringComparison.Ordinal),
        ];
        foreach (var fit in fits)
        {
            var found = candidates.Where(candidate => candidate.Names.Any(fit)).Select(candidate => candidate.Item).ToArray();
            if (found.Length > 0)
                return found;
        }

        return Nearest(candidates, folded);
    }

    private static T[] Nearest<T>((T Item, FoldedName[] Names)[] candidates, FoldedName wanted)
    {
        var most = Spelling.ErrorsAllowed(wanted.Letters.Length);
        var distances = candidates
            .Select(candidate => (candidate.Item, Distance: candidate.Names.Min(name => name.DistanceTo(wanted, most))))
            .Where(candidate => candidate.Distance <= most)
            .ToArray();
        var least = distances.Length == 0 ? 0 : distances.Min(candidate => candidate.Distance);
        return [.. distances.Where(candidate => candidate.Distance == least).Select(candidate => candidate.Item)];
    }
}
