using DigestBot.Articles;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive;

/// <summary>
/// An article read once: the whole, and the lead and each section by themselves, in the order of
/// <see cref="Article.Units"/>. In an article without headings the lead is the whole.
/// </summary>
internal sealed record ArticleReading(UnitReading Whole, IReadOnlyList<UnitReading> Parts)
{
    private const string English = "en";

    public static ArticleReading Of(Article article, Model model)
    {
        var scanned = ScannedArticle.Of(article);
        var builder = new UnitBuilder(scanned);
        var hasHeadings = article.Sections.Count > 0;
        var whole = UnitReading.Of(builder.Build(WholeOf(scanned, hasHeadings)), model);
        if (!hasHeadings) return new ArticleReading(whole, [.. scanned.Parts.Select(_ => whole)]);
        return new ArticleReading(whole, [.. scanned.Parts.Select(part => UnitReading.Of(builder.Build(FrameOf(scanned, part)), model))]);
    }

    private static UnitFrame WholeOf(ScannedArticle article, bool hasHeadings) => new(
        0, article.Sentences.Length, article.TitleWords, [],
        IsHeaded: false, HasSections: hasHeadings, MayBeAbstract: !hasHeadings && article.Article.Language == English);

    private static UnitFrame FrameOf(ScannedArticle article, ScannedPart part) => new(
        part.FirstSentence, part.SentenceCount, article.TitleWords, part.HeadingWords,
        IsHeaded: part.Section.Heading.Length > 0, HasSections: true, MayBeAbstract: false);
}
