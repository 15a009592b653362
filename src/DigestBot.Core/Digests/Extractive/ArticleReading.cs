using DigestBot.Articles;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive;

/// <summary>An article read once: its <see cref="ArticleUnits"/>, each with its scores.</summary>
internal sealed record ArticleReading(UnitReading Whole, IReadOnlyList<UnitReading> Parts)
{
    public static ArticleReading Of(Article article, Model model)
    {
        var units = ArticleUnits.Of(article);
        var whole = UnitReading.Of(units.Whole, model);
        return new ArticleReading(whole, [.. units.Parts.Select(unit => unit == units.Whole ? whole : UnitReading.Of(unit, model))]);
    }
}
