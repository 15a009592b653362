namespace DigestBot.Delivery;

/// <summary>Why an article is in a post or not.</summary>
public enum SelectionReason
{
    /// <summary>Posted: the subscription never had it.</summary>
    New,

    /// <summary>Posted: sections are new or changed since the edition that the subscription had.</summary>
    Updated,

    /// <summary>Posted: the next section of a serial.</summary>
    NextInSerial,

    /// <summary>It has had this edition.</summary>
    AlreadyHad,

    /// <summary>A new edition in which no section is new or changed: the title, the order or a removed section made it.</summary>
    NothingChanged,

    /// <summary>Another topic than the one asked for.</summary>
    OtherTopic,

    /// <summary>Another article than the one asked for.</summary>
    OtherArticle,

    /// <summary>Holds a word that shuts it out.</summary>
    FilteredByWord,

    /// <summary>Holds none of the words of which it must hold one.</summary>
    NotIncluded,

    /// <summary>The section filters leave nothing of it, or nothing of what is new in it.</summary>
    NoSectionLeft,

    /// <summary>It has no text: nothing but tables, pictures or code.</summary>
    NoText,

    /// <summary>A first post carries the newest article alone.</summary>
    NotNewest,

    /// <summary>Comes later in a serial.</summary>
    NotItsTurn,

    /// <summary>Just read and not yet on record: the next post has it.</summary>
    NotRecorded,
}
