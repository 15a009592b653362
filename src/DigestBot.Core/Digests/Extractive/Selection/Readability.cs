using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

/// <summary>
/// What a sentence would leave a reader without when it stands in a digest: what it points back to, what it announces, who
/// said it, the other half of a quotation. The network scores sentences for what they tell; this is about how they read alone.
/// </summary>
internal sealed class Readability(Unit unit)
{
    private const int LongestQuotation = 4;

    private readonly QuotationRuns _quotations = new(unit);

    /// <summary>
    /// Whether the sentence reads badly, given whether the one before it and the one after it will stand there too. The first
    /// sentence of a unit points back to nothing that the digest leaves out.
    /// </summary>
    public bool LeavesGap(int place, bool followsChosen, bool precedesChosen) =>
        unit.Sentences[place].Is(SentenceTraits.PointsForward)
        || IsFragment(place)
        || (!followsChosen && place > 0 && unit.Sentences[place].Is(SentenceTraits.PointsBack | SentenceTraits.PointsAtPlace))
        || (!followsChosen && _quotations.GoesBack(place))
        || (!precedesChosen && _quotations.GoesOn(place))
        || LacksSpeaker(place, followsChosen);

    /// <summary>Whether it is no sentence of the text at all.</summary>
    public bool IsScrap(int place) => unit.Sentences[place].Is(SentenceTraits.Scrap);

    /// <summary>
    /// Somebody's words, in or after an opening quotation mark, and nobody who says them: neither here nor in the sentence
    /// before, where that stands in the digest.
    /// </summary>
    private bool LacksSpeaker(int place, bool followsChosen)
    {
        var sentence = unit.Sentences[place];
        if (sentence.Is(SentenceTraits.Saying)) return false;
        if (IsInsideQuotation(place)) return !followsChosen;
        return sentence.Is(SentenceTraits.StartsWithQuotation)
            && (sentence.Is(SentenceTraits.EndsWithQuotation) || sentence.Marks.LeavesOpen(false))
            && !(followsChosen && unit.Sentences[place - 1].Is(SentenceTraits.Saying));
    }

    /// <summary>A quotation ends with its paragraph and after a few sentences at most: a mark that is never closed opens none.</summary>
    private bool IsInsideQuotation(int place) =>
        unit.Quotations.IsInside(place)
        && place - unit.Quotations.OpenedAt[place] <= LongestQuotation
        && unit.Place.Paragraph[place] == unit.Place.Paragraph[unit.Quotations.OpenedAt[place]];

    /// <summary>Begins in the middle: a small letter, in a word that has no capital further on as "iPhone" has.</summary>
    private bool IsFragment(int place)
    {
        if (!unit.Sentences[place].Is(SentenceTraits.StartsInLowerCase)) return false;
        var text = unit.Sentences[place].Text;
        for (var i = 1; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
            if (char.IsUpper(text[i])) return false;
        return true;
    }
}
