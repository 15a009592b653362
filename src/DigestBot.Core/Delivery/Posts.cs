using System.Globalization;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>Makes what a subscription is posted of what was selected for it.</summary>
internal static class Posts
{
    public static DigestPost Of(Selection selection, Wants wants, DigestBuilder digests) =>
        new([.. selection.Full.Select(article => Posted(article, wants, digests))], selection.Brief)
        {
            MoreAction = ActionOf(selection, wants),
            SerialKey = wants.Serial ? wants.TargetKey : null,
        };

    public static PostedArticle Posted(SelectedArticle selected, Wants wants, DigestBuilder digests)
    {
        var options = DigestOptions.For(wants.Length);
        var digest = digests.Build(selected.Article, options);
        if (selected.Since is { KnowsSentences: true } since)
            digest = NewsFirst.Of(digest, digests.Build(selected.Article, options with { SectionSentences = NewsFirst.Ranked }), since);
        return new PostedArticle(digest, selected.Units, selected.IsUpdate) { SerialOf = selected.SerialOf };
    }

    private static string ActionOf(Selection selection, Wants wants) => selection.Editions is var (oldest, newest)
        ? string.Create(CultureInfo.InvariantCulture, $"articles {wants.TargetKey} {oldest}-{newest}")
        : "articles";
}
