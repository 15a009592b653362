namespace DigestBot.Articles.ContentFolder;

/// <summary>A file that can't be an article. The message is for the person who put it there: what is wrong, where, what to do.</summary>
internal sealed class UnreadableArticleException(string message) : Exception(message);
