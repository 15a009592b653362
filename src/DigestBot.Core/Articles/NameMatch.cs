namespace DigestBot.Articles;

/// <summary>How a name fits what somebody typed, the best first.</summary>
internal enum NameFit
{
    /// <summary>Letter for letter.</summary>
    Same,

    /// <summary>The same letters, whatever the case, blanks and signs.</summary>
    SameLetters,

    /// <summary>The name begins so.</summary>
    Beginning,

    /// <summary>A word of the name begins so.</summary>
    WordBeginning,

    /// <summary>The letters stand somewhere inside: "alam" in "Malam".</summary>
    Within,

    /// <summary>The whole name with one slip of the pen: "gepolitik".</summary>
    Slip,

    /// <summary>Spelled nearly so, the name or some words of it: "berita" and "Kereta".</summary>
    Near,
}

/// <summary>What fits best.</summary>
/// <param name="Items">Those of the best kind of fit alone; none where nothing fits.</param>
/// <param name="Fit">How they fit.</param>
internal sealed record NameMatch<T>(IReadOnlyList<T> Items, NameFit Fit)
{
    /// <summary>May well be something else than was meant: enough to show, but not to change anything by.</summary>
    public bool IsGuess => Fit is NameFit.Within or NameFit.Near;
}
