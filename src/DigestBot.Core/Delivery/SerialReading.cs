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
        var next = After(library, wants, position, serial);
        var order = library.Articles.ToDictionary(article => article.Id, article => FirstSeen(library, article.Id));
        return new Selection
        {
            Full = next is null ? [] : [next.Selected],
            Brief = [],
            Verdicts = [.. library.Articles.Select(article => VerdictOn(article, library, wants, order, next?.Article, serial))],
            Position = Selection.PositionAfter(library, position, next is not null),
            Serial = next?.Place ?? serial,
        };
    }

    /// <summary>The section after the place, which was reached when the newest edition was that of the position; null at the end.</summary>
    public static SerialStep? After(LibrarySnapshot library, Wants wants, long? position, SerialPlace? serial)
    {
        var place = serial is null ? null : SerialPlaces.Now(library, position, serial);
        return Steps(library, wants).FirstOrDefault(step => place is null || !IsReached(step, library, place));
    }

    /// <summary>The section before the one that was read last; null where that was the first, or none was.</summary>
    public static SerialStep? Before(LibrarySnapshot library, Wants wants, long? position, SerialPlace? serial)
    {
        var place = serial is null ? null : SerialPlaces.Now(library, position, serial);
        return place is null ? null : Steps(library, wants).TakeWhile(step => IsReached(step, library, place)).SkipLast(1).LastOrDefault();
    }

    /// <summary>All there is to read, in order.</summary>
    private static IEnumerable<SerialStep> Steps(LibrarySnapshot library, Wants wants) =>
        from article in library.Articles
        where ReasonNotToRead(article, library, wants) is null
        orderby FirstSeen(library, article.Id)
        from unit in article.Units.Index()
        where SectionFilter.Lets(unit.Item, wants)
        select new SerialStep(article, unit.Index);

    private static bool IsReached(SerialStep step, LibrarySnapshot library, SerialPlace serial) =>
        step.Article.Id.Value == serial.Article
            ? step.Unit < serial.Posted
            : FirstSeen(library, step.Article.Id) < FirstSeen(library, new ArticleId(serial.Article));

    private static Verdict VerdictOn(
        Article article, LibrarySnapshot library, Wants wants, Dictionary<ArticleId, long> order, Article? next, SerialPlace? serial)
    {
        if (ReasonNotToRead(article, library, wants) is { } reason)
            return reason.Verdict;
        if (article == next)
            return new Verdict(article, SelectionReason.NextInSerial);

        var isBefore = next is not null ? order[article.Id] < order[next.Id] : serial is not null;
        var hasSection = article.Units.Any(section => SectionFilter.Lets(section, wants));
        if (!article.Units.Any(section => section.HasSentences))
            return new Verdict(article, SelectionReason.NoText);

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

/// <summary>One section of a serial.</summary>
internal sealed record SerialStep(Article Article, int Unit)
{
    /// <summary>Where a subscription stands that has had it.</summary>
    public SerialPlace Place => new(Article.Id.Value, Unit + 1);

    public SelectedArticle Selected => new(Article, [Unit], IsUpdate: false, Article.Units.Count());
}
