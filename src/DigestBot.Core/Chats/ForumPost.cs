namespace DigestBot.Chats;

/// <summary>The post of its own that a message goes into where a chat is a forum: one for each article.</summary>
/// <param name="Article">The article's id; empty for what is about several.</param>
/// <param name="Title">What the post is called.</param>
/// <param name="Topic">What it belongs to; a tag of that name is put on it.</param>
public sealed record ForumPost(string Article, string Title, string Topic = "");
