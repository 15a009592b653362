using DigestBot.Articles;

namespace DigestBot.Chats;

/// <summary>Puts a slot of a forum's subscription into words: a message an article, each for the article's own post.</summary>
internal static class ForumMessages
{
    public static IReadOnlyList<Message> ForPost(DigestPost post, Words words)
    {
        var messages = post.Full.Select(article => DigestMessages.ForPost(post with { Full = [article], Brief = [] }, words) with
        {
            Post = PostOf(article.Digest.Article),
        });
        if (post.Brief.Count > 0)
            messages = messages.Append(DigestMessages.ForPost(post with { Full = [] }, words) with { Post = new ForumPost("", words["Post_Brief"]) });
        return [.. messages];
    }

    private static ForumPost PostOf(Article article) => new(article.Id.Value, article.Title, article.Topic);
}
