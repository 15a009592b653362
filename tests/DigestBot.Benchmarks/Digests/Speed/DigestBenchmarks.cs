using BenchmarkDotNet.Attributes;
using DigestBot.Articles;
using DigestBot.Articles.Sentences;
using DigestBot.Digests;
using DigestBot.Digests.Extractive;
using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Benchmarks.Digests.Speed;

/// <summary>The steps from text to digest, and the whole. 2,000 characters are about 300 words.</summary>
[MemoryDiagnoser]
public class DigestBenchmarks
{
    private readonly ExtractiveEngine _engine = new();
    private IReadOnlyList<string> _paragraphs = [];
    private Article _article = null!;
    private Unit _unit = null!;
    private float[] _features = [];

    /// <summary>The length of the article.</summary>
    [Params(2_000, 20_000, 1_000_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Read()
    {
        _paragraphs = SampleText.Paragraphs(Characters);
        _article = SampleText.Split(_paragraphs);
        _unit = BuildUnit();
        _features = FeatureSet.Measure(_unit);
    }

    [Benchmark]
    public int Splitting() => _paragraphs.Sum(paragraph => SentenceSplitter.Split(paragraph).Count);

    [Benchmark]
    public object Scanning() => ScannedArticle.Of(_article);

    [Benchmark]
    public object ScanningAndFeatures() => FeatureSet.Measure(BuildUnit());

    [Benchmark]
    public object Network() => Model.Shipped.Score(_features, _unit.Count);

    [Benchmark]
    public object TextToDigest() => _engine.Digest(SampleText.Split(_paragraphs), new DigestOptions());

    private Unit BuildUnit()
    {
        var article = ScannedArticle.Of(_article);
        return new UnitBuilder(article).Build(new UnitFrame(0, article.Sentences.Length, article.TitleWords, [], IsHeaded: false, HasSections: false, MayBeAbstract: false));
    }
}
