namespace DigestBot.Digests;

/// <summary>The lengths a chat can choose from.</summary>
public enum DigestLength
{
    /// <summary>One to three sentences a section, by its length.</summary>
    Normal,

    /// <summary>One sentence a section.</summary>
    Short,

    /// <summary>Up to four sentences a section.</summary>
    Long,
}
