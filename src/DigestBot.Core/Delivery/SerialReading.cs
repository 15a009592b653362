using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>
/// Reads articles one section a slot, in the order in which the bot first saw them: what is added later comes after what
/// is there, and an article that is gone leaves its place to the next.
/// </summary>
internal static class SerialReading
{
    public static Selection Next(LibrarySnapshot library, Wants wants, long? position, SerialPlace? serial)
    {
        var order = library.Articles.ToDictionary(article => article.Id, article => FirstSeen(library, article.Id));
        var readable = library.Articles.Where(article => ReasonNotToRead(article, library, wants) is null)
            .OrderBy(article => order[article.Id]).ToList();
        var next = Find(library, readable, order, wants, serial);
        return new Selection
        {
            Full = next is { } found ? [new SelectedArticle(found.Article, [found.Unit], IsUpdate: false, found.Article.Units.Count())] : [],
            Brief = [],
            Verdicts = [.. library.Articles.Select(article => VerdictOn(article, library, wants, order, next?.Article, serial))],
            Position = Selection.PositionAfter(library, position, next is not null),
            Serial = next is { } place ? new SerialPlace(place.Article.Id.Value, place.Unit + 1) : serial,
        };
    }

    private static (Article Article, int Unit)? Find(
        LibrarySnapshot library, List<Article> readable, Dictionary<ArticleId, long> order, Wants wants, SerialPlace? serial)
    {
        var reached = serial is null ? 0 : FirstSeen(library, new ArticleId(serial.Article));
        foreach (var article in readable.Where(article => order[article.Id] >= reached))
        {
            var posted = serial?.Article == article.Id.Value ? serial.Posted : 0;
            foreach (var (unit, section) in article.Units.Index().Skip(posted))
            {
                if (SectionFilter.Lets(section, wants))
                    return (article, unit);
            }
        }

        return null;
    }

    private static Verdict VerdictOn(
        Article article, LibrarySnapshot library, Wants wants, Dictionary<ArticleId, long> order, Article? next, SerialPlace? serial)
    {
        if (ReasonNotToRead(article, library, wants) is { } reason)
            return reason.Verdict;
        if (article == next)
            return new Verdict(article, SelectionReason.NextInSerial);

        var isBefore = next is not null ? order[article.Id] < order[next.Id] : serial is not null;
        var hasSection = article.Units.Any(section => SectionFilter.Lets(section, wants));
        return new Verdict(
            article, !hasSection ? SelectionReason.NoSectionLeft : isBefore ? SelectionReason.AlreadyHad : SelectionReason.NotItsTurn);
    }

    private static Judged? ReasonNotToRead(Article article, LibrarySnapshot library, Wants wants)
    {
        if (Judged.OutsideTarget(article, wants) is { } outside)
            return new Judged(article, outside);

        return Judged.EditionOf(article, library) is null ? new Judged(article, SelectionReason.NotRecorded) : Judged.OutsideWords(article, wants);
    }

    private static long FirstSeen(LibrarySnapshot library, ArticleId id) => library.EditionsOf(id).FirstOrDefault()?.Number ?? 0;
}
