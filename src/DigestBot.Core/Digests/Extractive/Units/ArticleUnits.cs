using DigestBot.Articles;
using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>
/// The units of an article: the whole, and the lead and each section by themselves, in the order of
/// <see cref="Article.Units"/>. In an article without headings the lead is the whole.
/// </summary>
internal sealed record ArticleUnits(Unit Whole, IReadOnlyList<Unit> Parts)
{
    private const string English = "en";

    public static ArticleUnits Of(Article article)
    {
        var scanned = ScannedArticle.Of(article);
        var builder = new UnitBuilder(scanned);
        var hasHeadings = article.Sections.Count > 0;
        var whole = builder.Build(WholeOf(scanned, hasHeadings));
        if (!hasHeadings) return new ArticleUnits(whole, [.. scanned.Parts.Select(_ => whole)]);
        return new ArticleUnits(whole, [.. scanned.Parts.Select(part => builder.Build(FrameOf(scanned, part)))]);
    }

    private static UnitFrame WholeOf(ScannedArticle article, bool hasHeadings) => new(
        0, article.Sentences.Length, article.TitleWords, [],
        IsHeaded: false, HasSections: hasHeadings, MayBeAbstract: !hasHeadings && article.Article.Language == English);

    private static UnitFrame FrameOf(ScannedArticle article, ScannedPart part) => new(
        part.FirstSentence, part.SentenceCount, article.TitleWords, part.HeadingWords,
        IsHeaded: part.Section.Heading.Length > 0, HasSections: true, MayBeAbstract: false);
}
