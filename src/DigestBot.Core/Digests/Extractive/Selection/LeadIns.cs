using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

/// <summary>The sentences before one that it can't be read without: whom "Sehari kemudian ia mundur." tells of.</summary>
internal sealed class LeadIns(Unit unit)
{
    /// <summary>How many a sentence gets; one that needs more is little clearer for them.</summary>
    private const int Most = 2;

    private readonly Readability _readability = new(unit);
    private readonly Leaning _leaning = new(unit);

    /// <summary>The sentence at this place and those that it needs before it, given which stand there already.</summary>
    public IReadOnlyList<int> With(int place, bool[] chosen)
    {
        var places = new List<int> { place };
        while (places.Count <= Most && Needs(places[^1], chosen) && Before(places[^1]) is { } before && !chosen[before]) places.Add(before);
        return places;
    }

    /// <summary>Whether it reads badly, whatever stands beside it.</summary>
    public bool AreInVain(int place) => _readability.LeavesGap(place, followsChosen: true, precedesChosen: true);

    private bool Needs(int place, bool[] chosen) =>
        _leaning.At(place, chosen) > 0
        || (_readability.LeavesGap(place, followsChosen: false, precedesChosen: true) && !AreInVain(place));

    private int? Before(int place)
    {
        do place--;
        while (place >= 0 && _readability.IsScrap(place));
        return place < 0 ? null : place;
    }
}
