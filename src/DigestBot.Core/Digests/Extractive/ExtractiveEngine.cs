using DigestBot.Articles;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Digests.Extractive;

/// <summary>
/// Takes sentences from the article, verbatim, and invents nothing. A small network judges each sentence by 89 features,
/// among its neighbours; the best are taken that neither dangle nor repeat. It knows no words and asks no service.
/// </summary>
public sealed class ExtractiveEngine : IDigestEngine
{
    private readonly Model _model;

    /// <summary>An engine with the weights that ship with it.</summary>
    public ExtractiveEngine()
        : this(Model.Shipped)
    {
    }

    internal ExtractiveEngine(Model model) => _model = model;

    /// <inheritdoc/>
    public string Name => "extractive";

    /// <inheritdoc/>
    public Digest Digest(Article article, DigestOptions options)
    {
        var reading = ArticleReading.Of(article, _model);
        var parts = article.Units.Zip(reading.Parts, (section, part) =>
            new SectionDigest(section, part.Choose(LengthOf(part, options), _model)));
        return new Digest(article, reading.Whole.Choose(options.OverviewSentences, _model), [.. parts]);
    }

    /// <summary>
    /// Every sentence of the article with its score and the reasons for it. Several times the work of a digest: for a
    /// person who asks why, not for every reader.
    /// </summary>
    public Explanation Explain(Article article, DigestOptions options)
    {
        var reading = ArticleReading.Of(article, _model);
        var explainer = new Explainer(_model);
        return new Explanation(
            explainer.Explain(reading.Whole, options.OverviewSentences),
            [.. reading.Parts.Select(part => explainer.Explain(part, LengthOf(part, options)))]);
    }

    private static int LengthOf(UnitReading part, DigestOptions options) => options.SectionSentences ?? SentencesFor(part.Unit.Count);

    /// <summary>One sentence for a section of up to three, two up to seven, else three.</summary>
    private static int SentencesFor(int sentences) => sentences switch
    {
        <= 3 => 1,
        <= 7 => 2,
        _ => 3,
    };
}
