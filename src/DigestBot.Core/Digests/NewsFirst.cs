using DigestBot.Articles;
using DigestBot.Digests.Extractive.Selection;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests;

/// <summary>
/// The digest of an edited article for somebody who had it before: of a section that changed, the sentences that are new come
/// before those that were read already, each behind the sentences without which it reads as torn out. What is left of its length
/// is as it would have been.
/// </summary>
internal static class NewsFirst
{
    /// <summary>How many sentences of a section the longer digest holds, by which new ones are preferred.</summary>
    public const int Ranked = 10;

    /// <summary>How much longer than usual a section may become for what leads to its news.</summary>
    private const int Longer = 1;

    /// <param name="digest">The digest as it would be for anybody.</param>
    /// <param name="longer">One of the same article with up to <see cref="Ranked"/> sentences a section.</param>
    /// <param name="older">The edition that was read, with its sentences.</param>
    public static Digest Of(Digest digest, Digest longer, Edition older)
    {
        if (!digest.Sections.Any(section => News.IsIn(section.Section, older))) return digest;
        var units = ArticleUnits.Of(digest.Article).Parts;
        return digest with { Sections = [.. digest.Sections.Select((section, index) => Of(section, longer.Sections[index], units[index], older))] };
    }

    private static SectionDigest Of(SectionDigest digest, SectionDigest longer, Unit unit, Edition older)
    {
        if (!News.IsIn(digest.Section, older)) return digest;
        var isNew = digest.Section.Sentences.Select(sentence => News.Is(sentence, older)).ToArray();
        var leadIns = new LeadIns(unit);
        var chosen = new bool[unit.Count];
        foreach (var place in Ranking(digest, longer, unit, leadIns, isNew))
        {
            var taken = chosen.AsSpan().Count(true);
            if (taken >= digest.Sentences.Count) break;
            if (chosen[place]) continue;
            var added = leadIns.With(place, chosen);
            if (taken > 0 && taken + added.Count > digest.Sentences.Count + (isNew[place] ? Longer : 0)) continue;
            foreach (var sentence in added) chosen[sentence] = true;
        }

        return digest with { Sentences = [.. chosen.Index().Where(sentence => sentence.Item).Select(sentence => unit.Sentences[sentence.Index].Text)] };
    }

    private static IEnumerable<int> Ranking(SectionDigest digest, SectionDigest longer, Unit unit, LeadIns leadIns, bool[] isNew)
    {
        var places = Enumerable.Range(0, unit.Count).DistinctBy(place => unit.Sentences[place].Text).ToArray();
        var usual = places.Where(place => digest.Sentences.Contains(unit.Sentences[place].Text)).ToArray();
        var ranked = places.Where(place => longer.Sentences.Contains(unit.Sentences[place].Text));
        var news = usual.Concat(ranked).Concat(places).Where(place => isNew[place]).Distinct();
        return news.OrderBy(leadIns.AreInVain).Concat(usual);
    }
}
