namespace DigestBot.Digests.Extractive;

/// <summary>The kinds of reasons for which a sentence is chosen or passed over.</summary>
public enum FeatureKind
{
    /// <summary>Where it stands in the text and in its paragraph.</summary>
    Place,

    /// <summary>How long it is.</summary>
    Length,

    /// <summary>What it shares with its neighbours, the section and the article.</summary>
    Similarity,

    /// <summary>What it takes up of the title and the heading.</summary>
    Title,

    /// <summary>Its names, numbers, amounts and dates.</summary>
    Names,

    /// <summary>Whether it quotes somebody or leans on the sentence before.</summary>
    Reference,

    /// <summary>What it looks like, and what kind of text it stands in.</summary>
    Form,
}
