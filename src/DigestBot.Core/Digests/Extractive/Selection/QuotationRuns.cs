using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

/// <summary>
/// Quotations that run over several sentences. Each of these alone shows a mark that nothing closes or nothing opened, or none
/// where there should be two.
/// </summary>
internal sealed class QuotationRuns
{
    /// <summary>A straight mark has no shape: one that is not closed soon, in its paragraph, opened nothing.</summary>
    private const int LongestStraight = 4;

    private readonly Unit _unit;
    private readonly bool[] _goesBack;
    private readonly bool[] _goesOn;

    public QuotationRuns(Unit unit)
    {
        _unit = unit;
        _goesBack = new bool[unit.Count];
        _goesOn = new bool[unit.Count];
        int? opened = null;
        for (var place = 0; place < unit.Count; place++)
        {
            if (opened is { } start && !MayReach(start, place)) opened = null;
            if (unit.Sentences[place].Marks.LeavesOpen(opened is not null)) opened ??= place;
            else if (opened is { } from)
            {
                Mark(from, place);
                opened = null;
            }
        }
    }

    /// <summary>Whether it stands in a quotation that an earlier sentence opened.</summary>
    public bool GoesBack(int place) => _goesBack[place];

    /// <summary>Whether it leaves one open that a later sentence closes.</summary>
    public bool GoesOn(int place) => _goesOn[place];

    /// <summary>A paragraph that opens a mark of its own goes on with a quotation that its writer closes in neither.</summary>
    private bool MayReach(int start, int place)
    {
        var isSameParagraph = _unit.Place.Paragraph[start] == _unit.Place.Paragraph[place];
        if (_unit.Sentences[start].Marks.Opening == 0) return isSameParagraph && place - start <= LongestStraight;
        return isSameParagraph || !_unit.Sentences[place].Is(SentenceTraits.StartsWithQuotation);
    }

    private void Mark(int from, int to)
    {
        for (var place = from; place < to; place++) (_goesOn[place], _goesBack[place + 1]) = (true, true);
    }
}
