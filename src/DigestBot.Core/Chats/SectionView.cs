namespace DigestBot.Chats;

/// <summary>How much of a section is shown, and the word that asks for it on a command line.</summary>
public sealed record SectionView
{
    private SectionView(string word, params string[] otherWords) => (Word, Words) = (word, [word, .. otherWords]);

    /// <summary>The sentences of its digest.</summary>
    public static SectionView Digest { get; } = new("digest", "ringkasan");

    /// <summary>More sentences.</summary>
    public static SectionView Longer { get; } = new("longer", "long", "panjang");

    /// <summary>All of its text.</summary>
    public static SectionView Full { get; } = new("full", "lengkap", "penuh");

    /// <summary>The word that buttons use.</summary>
    public string Word { get; }

    private IReadOnlyList<string> Words { get; }

    /// <summary>The view that a word asks for; null where it asks for none.</summary>
    public static SectionView? TryParse(string word) =>
        Array.Find([Digest, Longer, Full], view => view.Words.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Word;
}
