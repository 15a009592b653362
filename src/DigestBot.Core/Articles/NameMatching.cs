namespace DigestBot.Articles;

/// <summary>
/// Which of several named things somebody means. The kinds of <see cref="NameFit"/> are tried in turn; the first that finds
/// anything decides. Blanks and hyphens count for nothing after the first, so that "kerja sama" finds "Kerjasama Ekonomi".
/// </summary>
internal static class NameMatching
{
    /// <summary>From so many letters on hardly any two words differ in one: "batuk" is no slip for "batik".</summary>
    private const int ShortestWithSlip = 7;

    public static IReadOnlyList<T> Best<T>(IReadOnlyList<T> items, Func<T, IReadOnlyList<string>> namesOf, string wanted) =>
        Find(items, namesOf, wanted).Items;

    /// <param name="items">What there is.</param>
    /// <param name="namesOf">What each goes by.</param>
    /// <param name="wanted">What somebody typed.</param>
    /// <param name="spelling">Whether names that are only spelled nearly so count, too.</param>
    public static NameMatch<T> Find<T>(IReadOnlyList<T> items, Func<T, IReadOnlyList<string>> namesOf, string wanted, bool spelling = true)
    {
        var folded = new FoldedName(wanted);
        if (folded.Letters.Length == 0)
            return new NameMatch<T>([], NameFit.Near);

        var candidates = items.Select(item => (Item: item, Names: namesOf(item).Select(name => new FoldedName(name)).ToArray())).ToArray();
        (NameFit Fit, Func<FoldedName, bool> Test)[] fits =
        [
            (NameFit.Same, name => name.Text == wanted),
            (NameFit.SameLetters, name => name.Letters == folded.Letters),
            (NameFit.Beginning, name => name.Letters.StartsWith(folded.Letters, StringComparison.Ordinal)),
            (NameFit.WordBeginning, name => name.ContainsAtWordStart(folded)),
            (NameFit.Within, name => name.Letters.Contains(folded.Letters, StringComparison.Ordinal)),
            (NameFit.Slip, name => spelling && IsSlip(name.Letters, folded.Letters)),
        ];
        foreach (var (fit, test) in fits)
        {
            var found = candidates.Where(candidate => candidate.Names.Any(test)).Select(candidate => candidate.Item).ToArray();
            if (found.Length > 0)
                return new NameMatch<T>(found, fit);
        }

        return new NameMatch<T>(spelling ? Nearest(candidates, folded) : [], NameFit.Near);
    }

    /// <summary>One error in a long name; in a short one two neighbours that changed places.</summary>
    private static bool IsSlip(string name, string wanted) =>
        Spelling.ErrorsAllowed(wanted.Length) > 0 && Spelling.Distance(name, wanted, 1) == 1 &&
        (wanted.Length >= ShortestWithSlip || name.Order().SequenceEqual(wanted.Order()));

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
