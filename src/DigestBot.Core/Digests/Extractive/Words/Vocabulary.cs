namespace DigestBot.Digests.Extractive.Words;

/// <summary>Gives each distinct word of one article a small number, so that everything after the first pass counts with integers.</summary>
internal sealed class Vocabulary(int capacity)
{
    private readonly Dictionary<string, int> _ids = new(capacity, StringComparer.Ordinal);
    private readonly List<string> _words = new(capacity);
    private readonly List<WordTraits> _traits = new(capacity);

    /// <summary>How many distinct words there are so far; ids run from zero.</summary>
    public int Count => _words.Count;

    /// <summary>The word in lower case.</summary>
    public string this[int id] => _words[id];

    /// <summary>What is known of the word.</summary>
    public WordTraits Traits(int id) => _traits[id];

    /// <summary>The id of a word given in lower case; a new one for a word not seen before.</summary>
    public int Intern(ReadOnlySpan<char> word)
    {
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var known)) return known;
        var text = word.ToString();
        var id = _words.Count;
        _ids.Add(text, id);
        _words.Add(text);
        _traits.Add(TraitsOf(word));
        return id;
    }

    private static WordTraits TraitsOf(ReadOnlySpan<char> word)
    {
        WordLists.Lookup.TryGetValue(word, out var traits);
        if (word.Length > 1 || char.IsDigit(word[0])) traits |= WordTraits.Content;
        if (word.Length >= 5) traits |= WordTraits.Long;
        foreach (var character in word)
            if (char.IsDigit(character)) traits |= WordTraits.Digit;
        return traits | ReferenceWords.TraitsOf(word) | TraitsOfParts(word);
    }

    /// <summary>"hasil-hasil" is one word, and yet "hasil" is found in it.</summary>
    private static WordTraits TraitsOfParts(ReadOnlySpan<char> word)
    {
        const WordTraits anywhere = WordTraits.Cue | WordTraits.Money | WordTraits.OpensPhrase;
        var traits = WordTraits.None;
        if (!word.ContainsAny(WordScanner.Joints)) return traits;
        foreach (var part in word.SplitAny(WordScanner.Joints))
            if (WordLists.Lookup.TryGetValue(word[part], out var ofPart)) traits |= ofPart & anywhere;
        return traits;
    }
}
