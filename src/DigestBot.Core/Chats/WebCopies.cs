using DigestBot.Articles;

namespace DigestBot.Chats;

/// <summary>Where people find the web copies of articles.</summary>
/// <param name="Base">The public address, which ends in a slash.</param>
public sealed record WebCopies(Uri Base)
{
    /// <summary>What stands before the key in an article's address.</summary>
    public const string ArticlePath = "a/";

    /// <summary>The address of one article: it holds nothing but the article's key.</summary>
    public Uri Of(Article article) => new(Base, ArticlePath + article.Id.Key);
}
