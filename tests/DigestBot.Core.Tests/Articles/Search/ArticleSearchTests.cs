using DigestBot.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Articles.Search;

public sealed class ArticleSearchTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeSource _source = new();
    private readonly FakeSectionIndex _index = new();
    private readonly ArticleLibrary _library;
    private readonly ArticleSearch _search;

    public ArticleSearchTests()
    {
        _source.Articles.AddRange(SmallArticles.All);
        _library = new ArticleLibrary([_source], new FakeEditionStore(), _clock, NullLogger<ArticleLibrary>.Instance);
        _search = new ArticleSearch(_library, _index, _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_has_its_article_its_section_and_the_sentence_with_the_words()
    {
        await FillAsync();

        var result = await _search.FindAsync("letusan 5", Cancellation);

        var place = Assert.Single(result.Places);
        Assert.True(result.HasAll);
        Assert.Equal(("sains/merapi", 2, "Kalimat 5 tentang Sejarah Letusan."), (place.Article.Id.Value, place.Section!.Number, place.Sentence));
    }

    [Fact]
    public async Task Where_nothing_has_all_the_words_some_do()
    {
        await FillAsync();

        var result = await _search.FindAsync("letusan olah", Cancellation);

        Assert.False(result.HasAll);
        Assert.Equal(["Cara Olah", "Sejarah Letusan"], result.Places.Select(place => place.Section!.Section.Heading).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_title_finds_the_article_itself()
    {
        await FillAsync();

        var place = (await _search.FindAsync("gayo", Cancellation)).Places[0];

        Assert.Equal(("Kopi Gayo", null), (place.Article.Title, place.Section));
        Assert.Equal("Kalimat 1 tentang Kopi Gayo.", place.Sentence);
    }

    [Fact]
    public async Task What_the_index_has_and_the_library_no_longer_has_is_not_shown()
    {
        await FillAsync();
        var edited = SmallArticles.Merapi with { Sections = [.. SmallArticles.Merapi.Sections.Select(section => new Section(section.Heading, 1, [Paragraph.Of("Baru.")]))] };
        _source.Articles.Remove(SmallArticles.Coffee);
        _source.Articles[_source.Articles.IndexOf(SmallArticles.Merapi)] = edited;
        await _library.RefreshAsync(Cancellation);

        Assert.Empty((await _search.FindAsync("olah", Cancellation)).Places);
        Assert.Empty((await _search.FindAsync("letusan", Cancellation)).Places);
    }

    [Fact]
    public async Task It_waits_for_the_index()
    {
        await _library.RefreshAsync(Cancellation);
        var finding = _search.FindAsync("gayo", Cancellation);
        Assert.False(await _search.IsReadyAsync(TimeSpan.Zero, Cancellation));
        Assert.False(finding.IsCompleted);

        await _search.FillAsync(_library.Current, Cancellation);

        Assert.NotEmpty((await finding).Places);
    }

    [Fact]
    public async Task The_keeper_takes_up_each_change_and_tries_again_after_a_failure()
    {
        using var keeper = new SearchKeeper(_library, _search, _clock, NullLogger<SearchKeeper>.Instance);
        _index.Failure = new InvalidOperationException();
        await keeper.StartAsync(Cancellation);
        await _library.RefreshAsync(Cancellation);
        Assert.False(await _search.IsReadyAsync(TimeSpan.Zero, Cancellation));

        _index.Failure = null;
        await UntilAsync(() => _index.Fillings > 0);
        var before = _index.Fillings;
        await _library.RefreshAsync(Cancellation);
        await UntilAsync(() => _index.Fillings > before);

        await keeper.StopAsync(Cancellation);
    }

    public void Dispose()
    {
        _library.Dispose();
        _source.Dispose();
    }

    private async Task FillAsync()
    {
        await _library.RefreshAsync(Cancellation);
        await _search.FillAsync(_library.Current, Cancellation);
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5, Cancellation);
        }
    }
}
