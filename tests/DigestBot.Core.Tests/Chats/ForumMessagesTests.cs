using DigestBot.Digests;
using DigestBot.Support;

namespace DigestBot.Chats;

public sealed class ForumMessagesTests
{
    private static readonly Digest Pyongyang = Of(SmallArticles.Pyongyang);
    private static readonly Digest Coffee = Of(SmallArticles.Coffee);

    [Fact]
    public void Each_article_is_a_message_for_its_own_post()
    {
        var messages = ForumMessages.ForPost(new DigestPost([Whole(Pyongyang), Whole(Coffee)], []), Words.Indonesian);

        Assert.Equal(
            [new ForumPost("geopolitik/pyongyang", "Pertemuan Putin dan Kim", "geopolitik"), new ForumPost("sains/kopi", "Kopi Gayo", "sains")],
            messages.Select(message => message.Post));
        Assert.Equal(PlainText.Of(DigestMessages.ForArticle(Coffee, Words.Indonesian)), PlainText.Of(messages[1]));
        Assert.Contains(messages[1].Buttons, row => row.Any(button => button.Label == "👍"));
    }

    [Fact]
    public void Articles_of_one_line_share_a_post()
    {
        var messages = ForumMessages.ForPost(new DigestPost([Whole(Pyongyang)], [SmallArticles.Coffee]), Words.English);

        Assert.Equal(new ForumPost("", "Also new"), messages[1].Post);
        Assert.Contains("Kopi Gayo", PlainText.Of(messages[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("Pertemuan", PlainText.Of(messages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_post_says_so_in_each()
    {
        var messages = ForumMessages.ForPost(new DigestPost([Whole(Pyongyang), Whole(Coffee)], []) { LateFor = "2026-11-24T07:00" }, Words.English);

        Assert.All(messages, message => Assert.StartsWith("Late: scheduled for", PlainText.Of(message), StringComparison.Ordinal));
    }

    private static PostedArticle Whole(Digest digest) => new(digest, [.. Enumerable.Range(0, digest.Sections.Count)], IsUpdate: false);

    private static Digest Of(Articles.Article article) => new DigestBuilder(new FirstSentences()).Build(article, new DigestOptions());
}
