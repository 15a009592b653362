namespace DigestBot.Digests.Extractive.Text;

/// <summary>What one pass over a sentence finds, whatever unit it is looked at in.</summary>
[Flags]
internal enum SentenceTraits
{
    None = 0,

    /// <summary>A double quotation mark of any shape occurs.</summary>
    Quotation = 1 << 0,
    StartsWithQuotation = 1 << 1,
    EndsWithQuotation = 1 << 2,

    /// <summary>A word of saying occurs.</summary>
    Saying = 1 << 3,
    FirstPerson = 1 << 4,

    /// <summary>One of the first three words points back.</summary>
    Pronoun = 1 << 5,

    /// <summary>Opens with a back-reference ("Mereka", "Hal itu", "However"): needs the sentence before it.</summary>
    PointsBack = 1 << 6,
    Contrast = 1 << 7,
    Addition = 1 << 8,
    Cause = 1 << 9,
    Time = 1 << 10,
    Previously = 1 << 11,

    Boilerplate = 1 << 12,
    Cue = 1 << 13,
    Question = 1 << 14,
    EndsWithColon = 1 << 15,
    Unfinished = 1 << 16,
    StartsInLowerCase = 1 << 17,

    Money = 1 << 18,
    DateInBrackets = 1 << 19,
    Digit = 1 << 20,

    /// <summary>No sentence of the text: a credit, a caption, a pointer to another page, what is left of a dateline.</summary>
    Scrap = 1 << 21,

    /// <summary>Only announces what comes: a list, a table, an answer.</summary>
    PointsForward = 1 << 22,

    /// <summary>Reads as torn out without the sentence before it: "Akibatnya ...", "Setelah tsunami, mereka ...".</summary>
    LeansBack = 1 << 23,

    /// <summary>"Kota yang ramai itu ...": points at a thing that was named before.</summary>
    PointsAtThing = 1 << 24,

    /// <summary>"Di peta, bentuknya ...": what it belongs to was named before.</summary>
    LacksOwner = 1 << 25,

    /// <summary>"Di sana, ...": tells of a place that was named before.</summary>
    PointsAtPlace = 1 << 26,
}
