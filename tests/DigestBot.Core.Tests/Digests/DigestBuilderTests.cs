using DigestBot.Articles;

namespace DigestBot.Digests;

public sealed class DigestBuilderTests
{
    private static readonly Article Sample = SampleArticles.Plain("id", ["Satu kalimat.", "Dua kalimat."]);
    private static readonly DigestOptions Options = new();

    [Fact]
    public void The_same_article_and_options_are_built_once()
    {
        var engine = new CountingEngine();
        var builder = new DigestBuilder(engine);
        var first = builder.Build(Sample, Options);
        Assert.Same(first, builder.Build(Sample, new DigestOptions()));
        Assert.Equal(1, engine.Built);
    }

    [Fact]
    public void Another_length_or_another_text_is_built_anew()
    {
        var engine = new CountingEngine();
        var builder = new DigestBuilder(engine);
        builder.Build(Sample, Options);
        builder.Build(Sample, DigestOptions.For(DigestLength.Short));
        builder.Build(SampleArticles.Plain("id", ["Kalimat lain."]), Options);
        builder.Build(Sample with { HasOwnTitle = true }, Options);
        Assert.Equal(4, engine.Built);
    }

    [Fact]
    public async Task Asked_by_many_at_once_it_is_built_once()
    {
        using var release = new ManualResetEventSlim();
        var engine = new CountingEngine { Hold = release };
        var builder = new DigestBuilder(engine);
        var asked = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () => builder.Build(Sample, Options), TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        release.Set();
        var digests = await Task.WhenAll(asked);
        Assert.All(digests, digest => Assert.Same(digests[0], digest));
        Assert.Equal(1, engine.Built);
    }

    [Fact]
    public void The_digests_used_longest_ago_are_forgotten_first()
    {
        var engine = new CountingEngine();
        var builder = new DigestBuilder(engine);
        var articles = Enumerable.Range(0, DigestBuilder.Capacity).Select(number => SampleArticles.Plain("id", [$"Kalimat {number}."])).ToList();
        foreach (var article in articles) builder.Build(article, Options);
        builder.Build(articles[0], Options);
        builder.Build(Sample, Options);
        builder.Build(articles[0], Options);
        Assert.Equal(DigestBuilder.Capacity + 1, engine.Built);
        builder.Build(articles[1], Options);
        Assert.Equal(DigestBuilder.Capacity + 2, engine.Built);
    }

    [Fact]
    public void An_article_that_differs_only_outside_its_text_comes_back_as_it_was_given()
    {
        var builder = new DigestBuilder(new CountingEngine());
        builder.Build(Sample, Options);
        var tagged = Sample with { Tags = ["baru"] };
        Assert.Same(tagged, builder.Build(tagged, Options).Article);
    }

    [Fact]
    public void A_failure_is_told_and_not_kept()
    {
        var engine = new CountingEngine { Fails = true };
        var builder = new DigestBuilder(engine);
        Assert.Throws<InvalidOperationException>(() => builder.Build(Sample, Options));
        engine.Fails = false;
        Assert.Equal(Sample, builder.Build(Sample, Options).Article);
    }

    private sealed class CountingEngine : IDigestEngine
    {
        private int _built;

        public int Built => _built;

        public bool Fails { get; set; }

        public ManualResetEventSlim? Hold { get; init; }

        public string Name => "counting";

        public Digest Digest(Article article, DigestOptions options)
        {
            Interlocked.Increment(ref _built);
            Hold?.Wait();
            if (Fails) throw new InvalidOperationException("The engine failed.");
            return new Digest(article, [], []);
        }
    }
}
