using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

/// <summary>
/// Chooses sentences one by one, the best left each time. A sentence loses what it repeats of those chosen, and loses more
/// while it would leave a gap ("Mereka ...", "Berikut daftarnya:"). Scraps are taken only where there is nothing else.
/// </summary>
internal sealed class Selector
{
    private const double Unit = 1e5;

    /// <summary>How much worse a gap is in the sentence that the reader meets first.</summary>
    private const double OpeningGap = 2;

    private readonly Unit _unit;
    private readonly float[] _scores;
    private readonly Model _model;
    private readonly Readability _readability;
    private readonly Leaning _leaning;
    private readonly bool[] _chosen;
    private readonly double[] _repeated;

    private Selector(Unit unit, float[] scores, Model model)
    {
        (_unit, _scores, _model) = (unit, scores, model);
        _readability = new Readability(unit);
        _leaning = new Leaning(unit);
        _chosen = new bool[unit.Count];
        _repeated = new double[unit.Count];
    }

    /// <summary>The places of up to <paramref name="count"/> sentences, in the order of the text.</summary>
    public static int[] Choose(Unit unit, float[] scores, int count, Model model)
    {
        var selector = new Selector(unit, scores, model);
        for (var left = count; left > 0 && selector.Best() is { } best; left--) selector.Take(best, isLast: left == 1);
        return [.. Enumerable.Range(0, unit.Count).Where(place => selector._chosen[place])];
    }

    private void Take(int place, bool isLast)
    {
        _chosen[place] = true;
        if (isLast) return;
        var similar = _unit.Graph.SimilaritiesTo(place);
        for (var other = 0; other < similar.Length; other++) _repeated[other] = Math.Max(_repeated[other], similar[other]);
    }

    private int? Best()
    {
        var isFirst = !_chosen.Contains(true);
        return BestOf(scraps: false) ?? (isFirst ? BestOf(scraps: true) : null);
    }

    private int? BestOf(bool scraps)
    {
        var (best, bestValue) = ((int?)null, 0L);
        for (var place = 0; place < _chosen.Length; place++)
        {
            if (_chosen[place] || _readability.IsScrap(place) != scraps) continue;
            var value = Value(place);
            if (best is null || value > bestValue) (best, bestValue) = (place, value);
        }

        return best;
    }

    /// <summary>Values are compared to five places: a difference in the last bit decides nothing, and ties go to the earlier.</summary>
    private long Value(int place)
    {
        var value = _scores[place] - (_model.SimilarityPenalty * _repeated[place]) - Loss(place, IsChosen(place - 1), IsChosen(place + 1)) + Relief(place);
        return (long)Math.Round(value * Unit);
    }

    private bool IsChosen(int place) => place >= 0 && place < _chosen.Length && _chosen[place];

    private double Loss(int place, bool followsChosen, bool precedesChosen)
    {
        var loss = followsChosen ? 0 : _leaning.At(place, _chosen);
        if (!_readability.LeavesGap(place, followsChosen, precedesChosen)) return loss;
        return loss + (OpensDigest(place) ? OpeningGap * _model.DanglingPenalty : _model.DanglingPenalty);
    }

    private bool OpensDigest(int place) => !_chosen.AsSpan(0, place).Contains(true);

    /// <summary>What the sentences beside it, already chosen without this one, no longer lose.</summary>
    private double Relief(int place)
    {
        var (before, next) = (place - 1, place + 1);
        var relief = 0.0;
        if (IsChosen(next)) relief += Loss(next, false, IsChosen(next + 1)) - Loss(next, true, IsChosen(next + 1));
        if (IsChosen(before)) relief += Loss(before, IsChosen(before - 1), false) - Loss(before, IsChosen(before - 1), true);
        return relief;
    }
}
