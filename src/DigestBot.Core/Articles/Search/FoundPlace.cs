namespace DigestBot.Articles.Search;

/// <summary>Where the words stand.</summary>
/// <param name="Article">Whose.</param>
/// <param name="Section">Null where the article as a whole was found.</param>
/// <param name="Sentence">The sentence that has most of the words, the first of its kind; verbatim, empty where there is none.</param>
public sealed record FoundPlace(Article Article, NumberedSection? Section, string Sentence);

/// <summary>What a search brought.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="HasAll">True where each place has all of the words; false where nothing has them all and some have some.</param>
/// <param name="Places">The best first.</param>
public sealed record SearchResult(SearchQuery Query, bool HasAll, IReadOnlyList<FoundPlace> Places);
