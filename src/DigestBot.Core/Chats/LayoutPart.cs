namespace DigestBot.Chats;

/// <summary>One thing that a digest can show, in the order in which it stands where nobody chose another.</summary>
public enum LayoutPart
{
    /// <summary>The article's title.</summary>
    Title,

    /// <summary>Where the article comes from: on the title where it follows it, elsewhere a line of its own.</summary>
    Link,

    /// <summary>The digest of what stands before the first heading.</summary>
    Lead,

    /// <summary>The way to the article's web copy, where there is one.</summary>
    Web,

    /// <summary>The headings of the sections.</summary>
    Headings,

    /// <summary>The numbers before the headings.</summary>
    Numbers,

    /// <summary>The digests of the sections, each under its heading where there are headings.</summary>
    Digests,

    /// <summary>The folder that the article lies in.</summary>
    Topic,

    /// <summary>The date that the article gives.</summary>
    Date,

    /// <summary>How long the whole article takes to read.</summary>
    ReadingTime,

    /// <summary>The buttons that open sections.</summary>
    Buttons,

    /// <summary>The buttons for a reader's vote.</summary>
    Votes,
}
