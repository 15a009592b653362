namespace DigestBot.Digests.Extractive.Words;

/// <summary>
/// Walks through the words of a text: runs of letters and digits, joined by a hyphen, an apostrophe or a full stop where
/// letters or digits stand on both sides ("anak-anak", "1.500", "co.id").
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    /// <summary>The characters that join two runs into one word.</summary>
    public const string Joints = "-'.";

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the current word begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the current word has ended.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        var place = End;
        while (place < _text.Length && !char.IsLetterOrDigit(_text[place])) place++;
        if (place == _text.Length) return false;
        Start = place;
        while (place < _text.Length && (char.IsLetterOrDigit(_text[place]) || JoinsAt(place))) place++;
        End = place;
        return true;
    }

    private readonly bool JoinsAt(int place) =>
        _text[place] is '-' or '\'' or '.' && place + 1 < _text.Length && char.IsLetterOrDigit(_text[place + 1]);
}
