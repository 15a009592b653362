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
        var overview = reading.Whole.Choose(options.OverviewSentences, _model);
        var parts = article.Units.Zip(reading.Parts, (section, part) =>
            new SectionDigest(section, part.Choose(options.SectionSentences ?? SentencesFor(part.Unit.Count), _model)));
        return new Digest(article, overview, [.. parts]);
    }

    /// <summary>One sentence for a section of up to three, two up to seven, else three.</summary>
    private static int SentencesFor(int sentences) => sentences switch
    {
        <= 3 => 1,
        <= 7 => 2,
        _ => 3,
    };
}
