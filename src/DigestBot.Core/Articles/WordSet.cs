using System.Collections.Frozen;

namespace DigestBot.Articles;

/// <summary>A fixed list of words, written with blanks between them and asked without making strings.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    public WordSet(string words)
    {
        Words = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        _words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FrozenSet<string> Words { get; }

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
