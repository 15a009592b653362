namespace DigestBot.Articles;

/// <summary>
/// One article at one content hash. <see cref="Number"/> rises by one with every edition the bot has ever seen, over
/// all articles: a subscription's place in that row is a single number.
/// </summary>
/// <param name="Number">The place in the row of all editions, from 1.</param>
/// <param name="Article">Which article.</param>
/// <param name="Hash">The article's hash at that time.</param>
/// <param name="SectionHashes">The hashes of its units at that time: the lead, where there is one, and the sections.</param>
/// <param name="SeenAt">When the bot first saw it.</param>
public sealed record Edition(long Number, ArticleId Article, string Hash, IReadOnlyList<string> SectionHashes, DateTimeOffset SeenAt);
