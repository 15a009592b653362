namespace DigestBot.Articles.Languages;

/// <summary>Counts letters of scripts that one language alone is written in, or nearly so.</summary>
internal struct Scripts
{
    private const int FewestLetters = 4;

    private int _kana;
    private int _han;
    private int _hangul;
    private int _thai;
    private int _letters;

    public static IReadOnlyList<string> Languages { get; } = ["ja", "zh", "ko", "th"];

    /// <summary>The language that most letters so far belong to; null where they are of a script that many share.</summary>
    public readonly string? Language
    {
        get
        {
            return IsMost(_kana + _han) ? (_kana * 10 > _han ? "ja" : "zh")
                : IsMost(_hangul) ? "ko"
                : IsMost(_thai) ? "th"
                : null;
        }
    }

    /// <summary>Counts a word's letters, of whatever script.</summary>
    public void CountLetters(int count) => _letters += count;

    /// <summary>Notes the script of a letter outside ASCII.</summary>
    public void Note(char letter)
    {
        switch (letter)
        {
            case >= '\u3040' and <= '\u30FF':
                _kana++;
                break;
            case >= '\u4E00' and <= '\u9FFF':
                _han++;
                break;
            case >= '\uAC00' and <= '\uD7AF':
                _hangul++;
                break;
            case >= '\u0E00' and <= '\u0E7F':
                _thai++;
                break;
            default:
                break;
        }
    }

    private readonly bool IsMost(int letters) => letters >= FewestLetters && letters * 2 > _letters;
}
