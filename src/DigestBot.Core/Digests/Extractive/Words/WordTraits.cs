namespace DigestBot.Digests.Extractive.Words;

/// <summary>What is known of a word by itself, whatever sentence it stands in.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>Longer than one character, or a number: these words make up what a sentence is about.</summary>
    Content = 1 << 0,

    /// <summary>Five or more characters: long enough to be a key word.</summary>
    Long = 1 << 1,

    /// <summary>Has a digit.</summary>
    Digit = 1 << 2,

    /// <summary>"kata", "ujarnya", "said": somebody is quoted.</summary>
    Saying = 1 << 3,

    /// <summary>"saya", "kami", "we": the first person.</summary>
    FirstPerson = 1 << 4,

    /// <summary>"ini", "mereka", "this": points back to what was said before.</summary>
    Pronoun = 1 << 5,

    /// <summary>"namun", "but".</summary>
    Contrast = 1 << 6,

    /// <summary>"selain", "also".</summary>
    Addition = 1 << 7,

    /// <summary>"karena", "therefore".</summary>
    Cause = 1 << 8,

    /// <summary>"saat", "after".</summary>
    Time = 1 << 9,

    /// <summary>"sebelumnya" alone: Indonesian news opens its background with it.</summary>
    Previously = 1 << 10,

    /// <summary>"penting", "hasil", "outperforms": the author says that this matters.</summary>
    Cue = 1 << 11,

    /// <summary>"miliar", "percent".</summary>
    Money = 1 << 12,

    /// <summary>Some phrase of <see cref="Phrases"/> begins with it.</summary>
    OpensPhrase = 1 << 13,

    /// <summary>"itu", "those": the thing that was named before.</summary>
    Demonstrative = 1 << 14,

    /// <summary>"mereka", "it": stands in the place of what was named before.</summary>
    Substitute = 1 << 15,

    /// <summary>"bentuknya": belongs to what was named before.</summary>
    Owned = 1 << 16,

    /// <summary>"di", "setelah", "in", "when": what a sentence may begin with before it names anything.</summary>
    Particle = 1 << 17,

    /// <summary>"kemudian", "later": some time after what was told before.</summary>
    Later = 1 << 18,

    /// <summary>"lain", "another": besides what was named before.</summary>
    Other = 1 << 19,

    /// <summary>"yang", "para": stands between nouns and names nothing.</summary>
    Filler = 1 << 20,

    /// <summary>"sebuah", "a": brings in what was not named before.</summary>
    Introduces = 1 << 21,

    /// <summary>May refer to what was named before.</summary>
    Refers = Demonstrative | Substitute | Owned | Later | Other | Saying,
}
