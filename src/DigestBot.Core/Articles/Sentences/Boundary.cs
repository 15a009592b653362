using System.Globalization;

namespace DigestBot.Articles.Sentences;

/// <summary>A place where a sentence might end: between end marks and what follows them.</summary>
/// <param name="text">The paragraph.</param>
/// <param name="start">The first letter or digit of the sentence.</param>
/// <param name="mark">The first of the end marks.</param>
/// <param name="marks">How many they are.</param>
/// <param name="next">Where the next sentence would begin.</param>
internal readonly ref struct Boundary(ReadOnlySpan<char> text, int start, int mark, int marks, int next)
{
    /// <summary>The longest word that is looked at: abbreviations are shorter.</summary>
    private const int LongestWord = 24;

    /// <summary>Shorter words before a full stop may be abbreviations that nobody has listed.</summary>
    private const int ShortestPlainWord = 4;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly int _start = start;
    private readonly int _mark = mark;
    private readonly int _marks = marks;
    private readonly int _next = next;

    /// <summary>Whether a sentence ends here.</summary>
    public bool IsEnd
    {
        get
        {
            var first = FirstLetter();
            if (first == _text.Length)
                return false;
            if (!CanBegin(first))
                return IsSignature() || IsUncapitalised(first);

            if (_text[_next - 1] != ' ')
                return IsGlued(first);

            return _text[_mark] switch
            {
                '.' when _marks == 1 => !IsSaidInCapitals(first) && new FullStop(_text, _start, _mark, first).IsEnd,
                '?' or '!' => !IsSaidBy(first),
                _ => true,
            };
        }
    }

    private int FirstLetter()
    {
        var at = _next;
        while (at < _text.Length && (Marks.IsOpener(_text[at]) || _text[at] == ' ' || char.GetUnicodeCategory(_text[at]) == UnicodeCategory.Format))
            at++;
        return at;
    }

    private bool CanBegin(int at)
    {
        var character = _text[at];
        if (char.IsLower(character))
            return Words.BeginAsName(_text[at..]);

        return char.IsLetterOrDigit(character) || char.IsSurrogate(character) || "@#$€£¥".Contains(character, StringComparison.Ordinal) ||
            char.IsSymbol(character) && !"+<=>|~^".Contains(character, StringComparison.Ordinal);
    }

    /// <summary>"Harga naik tajam. namun warga tetap membeli": a plain word before, and after it one that opens sentences.</summary>
    private bool IsUncapitalised(int first)
    {
        if (_text[_mark] != '.' || _marks > 1 || _text[_next - 1] != ' ' || !SentenceOpeners.ContainsUncapitalised(Words.Leading(_text[first..Math.Min(first + LongestWord, _text.Length)])))
            return false;

        var word = Words.Trailing(_text[_start.._mark], LongestWord);
        if (word.EndsWith(')'))
            return true;

        return (word.Length >= ShortestPlainWord || word is "ini" or "itu") && !word.ContainsAnyExceptInRange('a', 'z') && !Abbreviations.IsKnown(word);
    }

    /// <summary>A writer's initials at the foot of a report: "(rsa)", "[did]", "(mia / d)", "(gk-48)".</summary>
    private bool IsSignature()
    {
        var rest = _text[_next..];
        if (rest.Length is < 3 or > 24 || (rest[0], rest[^1]) is not (('(', ')') or ('[', ']')))
            return false;

        var previous = '/';
        foreach (var character in rest[1..^1])
        {
            if (!char.IsLetter(character) && character is not ('/' or ' ' or '-' or '*') && !(char.IsAsciiDigit(character) && (previous == '-' || char.IsAsciiDigit(previous))) || character == ' ' && previous == ' ')
                return false;
            if (char.IsLetter(character) && previous == ' ' && !rest.Contains('/'))
                return false;

            previous = character;
        }

        return true;
    }

    /// <summary>Two sentences with the blank between them lost: "kata.Kata", but not "Kompas.Com", "System.Text" or "Rp5.Juta".</summary>
    private bool IsGlued(int first)
    {
        var before = _text[_start.._mark];
        if (before.Length < 3 || !char.IsLower(before[^1]) || !char.IsLower(before[^2]) || !char.IsLetter(before[^3]))
            return false;
        if (Words.Trailing(before, LongestWord).Contains('.'))
            return false;

        var after = _text[first..Math.Min(first + LongestWord, _text.Length)];
        if (after.Length < 2 || !char.IsUpper(after[0]) || !char.IsLower(after[1]))
            return false;

        var word = Words.Leading(after);
        return !Abbreviations.IsDomain(word) && (after.Length <= word.Length + 1 || after[word.Length] != '.' || after[word.Length + 1] == ' ');
    }

    /// <summary>"Kami siap." Ujar Budi: the comma and the small letter of the attribution are lost.</summary>
    private bool IsSaidInCapitals(int first)
    {
        if (!Marks.IsClosingQuotation(_text[_next - 2]) || _next != first)
            return false;

        Span<char> lower = stackalloc char[LongestWord];
        var word = Words.Leading(_text[first..Math.Min(first + LongestWord, _text.Length)]);
        return SayingVerbs.Attribute(lower[..word.ToLowerInvariant(lower)]);
    }

    /// <summary>"Mengapa?" Budi bertanya.</summary>
    private bool IsSaidBy(int first)
    {
        if (!Marks.IsClosingQuotation(_text[_next - 2]) || _next != first)
            return false;

        var at = first;
        for (var words = 0; words < 3 && at < _text.Length; words++)
        {
            var word = Words.Leading(_text[at..Math.Min(at + LongestWord, _text.Length)]);
            if (word.Length == 0 || words == 0 && SentenceOpeners.Contains(word))
                return false;
            if (char.IsLower(word[0]))
                return words > 0 && SayingVerbs.Contains(word);

            at += word.Length + 1;
        }

        return false;
    }
}
