namespace DigestBot.Articles.Search;

/// <summary>Finds sections by the words in their titles, headings and text, and shows each as the library has it now.</summary>
public sealed class ArticleSearch(ArticleLibrary library, ISectionIndex index, TimeProvider time)
{
    /// <summary>The most places that a search brings: ten pages.</summary>
    public const int Most = 50;

    private readonly TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the index was filled since the start; waits for it, so long and no longer.</summary>
    public async Task<bool> IsReadyAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await _filled.Task.WaitAsync(longest, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Takes up what the library holds.</summary>
    public async Task FillAsync(LibrarySnapshot snapshot, CancellationToken cancellationToken)
    {
        await index.FillAsync(snapshot.Articles, cancellationToken);
        _filled.TrySetResult();
    }

    /// <summary>
    /// The places with all of the words; where there are none, those with some. Nothing for a text without words. It waits
    /// for the index to be filled.
    /// </summary>
    public async Task<SearchResult> FindAsync(string text, CancellationToken cancellationToken)
    {
        await _filled.Task.WaitAsync(cancellationToken);
        var query = SearchQuery.Parse(text);
        if (query.Words.Count == 0)
            return new SearchResult(query, HasAll: true, []);

        var snapshot = library.Current;
        var places = await FindAsync(snapshot, query, all: true, cancellationToken);
        return places.Count > 0 || query.Words.Count == 1
            ? new SearchResult(query, HasAll: true, places)
            : new SearchResult(query, HasAll: false, await FindAsync(snapshot, query, all: false, cancellationToken));
    }

    private async Task<IReadOnlyList<FoundPlace>> FindAsync(LibrarySnapshot snapshot, SearchQuery query, bool all, CancellationToken cancellationToken)
    {
        var places = await index.FindAsync(query, all, Most, cancellationToken);
        return [.. places.Select(place => Resolve(snapshot, place, query)).OfType<FoundPlace>()];
    }

    /// <summary>Null where the library has moved on: the section was edited or is gone, and the index follows in a moment.</summary>
    private static FoundPlace? Resolve(LibrarySnapshot snapshot, IndexedPlace place, SearchQuery query)
    {
        if (snapshot.Find(place.Article) is not { } article)
            return null;

        if (place.Unit < 0)
            return new FoundPlace(article, null, article.Units.SelectMany(unit => unit.Sentences).FirstOrDefault() ?? "");

        var section = SectionFinder.Numbered(article).ElementAtOrDefault(place.Unit);
        return section?.Section.Hash == place.Hash ? new FoundPlace(article, section, BestSentence(section.Section, query)) : null;
    }

    private static string BestSentence(Section section, SearchQuery query) =>
        section.Sentences.MaxBy(query.CountIn) ?? "";
}
