using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>What a subscription lets through, whether it was posted already or not: for who asks to read now.</summary>
internal static class NewestWanted
{
    /// <summary>The newest article of which anything is left; null where there is none. Pure.</summary>
    public static SelectedArticle? Of(LibrarySnapshot library, Wants wants) =>
        library.Articles.Select(article => Of(article, wants)).FirstOrDefault(selected => selected is not null);

    /// <summary>What is left of an article; null where it is nothing.</summary>
    public static SelectedArticle? Of(Article article, Wants wants)
    {
        if (Judged.OutsideTarget(article, wants) is not null || Judged.OutsideWords(article, wants) is not null)
            return null;

        int[] units = [.. article.Units.Index().Where(unit => SectionFilter.Lets(unit.Item, wants)).Select(unit => unit.Index)];
        return units.Length > 0 ? new SelectedArticle(article, units, IsUpdate: false) : null;
    }
}
