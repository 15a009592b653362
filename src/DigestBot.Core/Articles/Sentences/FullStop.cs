namespace DigestBot.Articles.Sentences;

/// <summary>One full stop with a blank after it: does it end the sentence, or only shorten the word before it?</summary>
/// <param name="text">The paragraph.</param>
/// <param name="start">The first letter or digit of the sentence.</param>
/// <param name="mark">The full stop.</param>
/// <param name="next">The first letter or digit after it.</param>
internal readonly ref struct FullStop(ReadOnlySpan<char> text, int start, int mark, int next)
{
    private const int LongestWord = 24;

    private readonly ReadOnlySpan<char> _sentence = text[start..mark];
    private readonly ReadOnlySpan<char> _after = text[next..Math.Min(next + LongestWord, text.Length)];

    public bool IsEnd
    {
        get
        {
            var word = Words.Trailing(_sentence, LongestWord);
            if (word.Length == 0)
                return true;
            if (IsEnumerator(word))
                return false;
            if (Abbreviations.IsBeforeName(word))
                return false;
            if (Abbreviations.IsAfterName(word) || Abbreviations.IsMonth(word))
                return OpensSentence;
            if (char.IsDigit(_after[0]))
                return !(Abbreviations.IsBeforeNumber(word) || word is [>= 'a' and <= 'z']);
            if (word is [var letter] && char.IsUpper(letter))
                return IsLabel(word) || OpensSentence && !IsInitialNext;
            if (char.IsUpper(word[0]) && Abbreviations.IsBeforeNumber(word))
                return !IsCode;

            return !word.Contains('.') || IsDotted(word) switch
            {
                Dotted.Never => false,
                Dotted.Perhaps => OpensSentence,
                _ => true,
            };
        }
    }

    private enum Dotted
    {
        No,
        Perhaps,
        Never,
    }

    /// <summary>"F. A. Porsche": the single letter that follows is shortened, too.</summary>
    private bool IsInitialNext => _after is [_, '.', ..];

    private bool OpensSentence => SentenceOpeners.Contains(Words.Leading(_after));

    /// <summary>What a number can be besides digits: "No. XI", "No. SK-12/2024", "No. B.12".</summary>
    private bool IsCode
    {
        get
        {
            var word = Words.Leading(_after);
            var follower = word.Length < _after.Length ? _after[word.Length] : ' ';
            return word is not "I" && !word.ContainsAnyExcept("IVXLC") || word.ContainsAnyInRange('0', '9') ||
                word.Length <= 4 && follower is '-' or '/' or '.' && !word.ContainsAnyExceptInRange('A', 'Z');
        }
    }

    /// <summary>
    /// The number of a heading or of a list's item, at the beginning or after a colon: "1. Latar Belakang", "II. TUJUAN",
    /// "a. Umum", "2.1. Data", "Caranya: 1. Rebus air."
    /// </summary>
    private bool IsEnumerator(ReadOnlySpan<char> word)
    {
        var before = _sentence[..^word.Length].TrimEnd(' ');
        return (before.IsEmpty || before[^1] is ':' or ';') && word.Length <= 8 &&
            (word.Length == 1 && char.IsLetter(word[0]) || IsShortNumber(word) || word.Length <= 5 && !word.ContainsAnyExcept("IVXLC"));
    }

    private static bool IsShortNumber(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var character in word)
        {
            digits = character == '.' ? 0 : char.IsAsciiDigit(character) ? digits + 1 : 4;
            if (digits > 3)
                return false;
        }

        return true;
    }

    /// <summary>A letter that names a thing and ends its sentence: "vitamin C.", "Grup B."</summary>
    private bool IsLabel(ReadOnlySpan<char> letter)
    {
        var before = _sentence[..^letter.Length].TrimEnd(' ');
        return Abbreviations.IsLabelled(Words.Trailing(before, LongestWord));
    }

    /// <summary>Shortened word by word: degrees (S.H, M.Si), states (U.S), sayings (e.g, a.n); not names such as Kata.ai or E.coli.</summary>
    private static Dotted IsDotted(ReadOnlySpan<char> word)
    {
        var shortest = int.MaxValue;
        foreach (var range in word.Split('.'))
        {
            var part = word[range];
            if (part.Length is 0 or > 5 || part.ContainsAnyInRange('0', '9'))
                return Dotted.No;

            shortest = Math.Min(shortest, part.Length);
        }

        var last = word[(word.LastIndexOf('.') + 1)..];
        if (shortest > 2 || Abbreviations.IsDomain(last) || char.IsUpper(word[0]) && char.IsLower(last[0]))
            return Dotted.No;

        return char.IsUpper(word[0]) || word is "a.m" or "p.m" ? Dotted.Perhaps : word.Length <= 5 ? Dotted.Never : Dotted.No;
    }
}
