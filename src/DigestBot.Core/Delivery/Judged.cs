using DigestBot.Articles;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>One article looked at for one subscription.</summary>
internal sealed record Judged(Article Article, SelectionReason Reason, string? Word = null, long Edition = 0, IReadOnlyList<int>? Units = null, Edition? Since = null)
{
    public bool IsPosted => Reason is SelectionReason.New or SelectionReason.Updated;

    public Verdict Verdict => new(Article, Reason, Word);

    public SelectedArticle Selected => new(Article, Units ?? [], Reason == SelectionReason.Updated) { Since = Since };

    public Judged Because(SelectionReason reason) => this with { Reason = reason };

    public static Judged Of(Article article, LibrarySnapshot library, Wants wants, long? position)
    {
        if (OutsideTarget(article, wants) is { } outside)
            return new Judged(article, outside);

        var edition = EditionOf(article, library);
        if (edition is null)
            return new Judged(article, SelectionReason.NotRecorded);
        if (edition.Number <= position)
            return new Judged(article, SelectionReason.AlreadyHad);
        if (OutsideWords(article, wants) is { } filtered)
            return filtered;

        var seen = position is { } place ? library.SeenEdition(article.Id, place) : null;
        if (seen is not null && !OlderText.MayHaveFitted(article, seen, wants))
            seen = null;

        var lacked = article.Units.Index().Where(unit => seen is null ? unit.Item.HasSentences : News.IsIn(unit.Item, seen)).ToArray();
        if (lacked.Length == 0)
            return new Judged(article, seen is null ? SelectionReason.NoText : SelectionReason.NothingChanged);

        int[] shown = [.. lacked.Where(unit => SectionFilter.Lets(unit.Item, wants)).Select(unit => unit.Index)];
        if (shown.Length == 0)
            return new Judged(article, SelectionReason.NoSectionLeft);

        return new Judged(article, seen is null ? SelectionReason.New : SelectionReason.Updated, null, edition.Number, shown, seen);
    }

    /// <summary>Why the article is not what the subscription is about; null where it is.</summary>
    public static SelectionReason? OutsideTarget(Article article, Wants wants)
    {
        if (wants.Article.Length > 0)
            return article.Id.Value == wants.Article ? null : SelectionReason.OtherArticle;

        return wants.Topic.Length == 0 || article.Topic.Equals(wants.Topic, StringComparison.OrdinalIgnoreCase) ? null : SelectionReason.OtherTopic;
    }

    /// <summary>The verdict of the word filters; null where they let the article through.</summary>
    public static Judged? OutsideWords(Article article, Wants wants)
    {
        if (wants.Exclude.FirstOrDefault(word => WordFilter.IsIn(article, word)) is { } shut)
            return new Judged(article, SelectionReason.FilteredByWord, shut);

        var included = wants.Include.Count == 0 || wants.Include.Any(word => WordFilter.IsIn(article, word));
        return included ? null : new Judged(article, SelectionReason.NotIncluded);
    }

    /// <summary>The edition that the article at hand is; null where it is not on record yet.</summary>
    public static Edition? EditionOf(Article article, LibrarySnapshot library) =>
        library.EditionsOf(article.Id).LastOrDefault(edition => edition.Hash == article.Hash);
}
