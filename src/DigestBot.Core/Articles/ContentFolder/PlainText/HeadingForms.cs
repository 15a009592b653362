using DigestBot.Articles.Sentences;

namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>How much a line looks like a heading by itself, whatever stands around it.</summary>
internal enum HeadingForm
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>Short and without an end, but written as any sentence is: what follows must be a paragraph.</summary>
    Weak,

    /// <summary>Numbered, in capitals, or with its words capitalised.</summary>
    Strong,
}

/// <summary>Tells headings by their form.</summary>
internal static class HeadingForms
{
    public const int MostWords = 14;

    private const int MostCharacters = 110;
    private const int MostWeakWords = 9;
    private const int MostWordsBeforeColon = 6;
    private const int MostStoppedWords = 6;
    private const int MostNumberedStoppedWords = 4;
    private const int FewestAskingWords = 3;

    /// <param name="line">Which.</param>
    /// <param name="isAmongQuestions">Other lines of the text that ask are headings: so may this be, though it is as short or begins as a sentence does.</param>
    public static HeadingForm Of(TextLine line, bool isAmongQuestions = false)
    {
        var text = line.Text;
        if (line.Words > MostWords || text.Length > MostCharacters || line.IsTabular || !CanBegin(line) || !CanEnd(line))
            return HeadingForm.None;
        if (line.IsListItem && !IsNumberedAlone(line) || OtherLines.IsOther(line, isAmongQuestions) || SentenceSplitter.Split(Unnumbered(text)).Count > 1)
            return HeadingForm.None;
        if (line.IsListItem)
            return HeadingForm.Weak;
        if (HeadingNumbers.Has(text) || LetterCase.IsCapitals(text) || LetterCase.IsTitle(text))
            return HeadingForm.Strong;

        return line.Words <= MostWeakWords && text[^1] != ':' && !HeadingWords.IsBackReference(Words.Leading(text)) && (IsAskedAlone(line) || !HoldsDemonstrative(text)) &&
            (text[^1] != '?' || line.Words >= FewestAskingWords || isAmongQuestions) ? HeadingForm.Weak : HeadingForm.None;
    }

    /// <summary>"Apa arti pameran ini bagi Anda?"</summary>
    public static bool IsAskedAlone(TextLine line) => line.StandsAlone && line.Text[^1] == '?';

    private static bool CanBegin(TextLine line) =>
        BeginsInUpperCase(line.Text) || char.IsSurrogate(line.Text[0]) || line.StandsAlone && CanBeginAlone(line.Text);

    private static bool BeginsInUpperCase(ReadOnlySpan<char> text) => text.Length > 1 && char.IsLetterOrDigit(text[0]) && !char.IsLower(text[0]);

    /// <summary>"“Blusukan” ala Gubernur", "#SaveKotaTua di Media Sosial", "iPhone di Pulau Terpencil": other lines begin so too, but seldom between blank lines.</summary>
    private static bool CanBeginAlone(string text) => text[0] switch
    {
        '“' or '‘' or '«' or '"' => BeginsInUpperCase(text.AsSpan(1)) && IsQuotedWithin(text),
        '#' => text.Length > 1 && char.IsLetter(text[1]) && text.LastIndexOf('#') == 0 && text.Contains(' ', StringComparison.Ordinal),
        _ => Words.BeginAsName(text),
    };

    /// <summary>The quotation is closed before the line ends, and nobody says it: neither a pull quote nor a sentence that lost its end.</summary>
    private static bool IsQuotedWithin(string text)
    {
        var close = 1;
        while (close < text.Length && !Marks.IsClosingQuotation(text[close]))
            close++;
        return close < text.Length - 1 && !Marks.IsClosingQuotation(text[^1]) && !SayingVerbs.Contains(Words.Leading(text.AsSpan(close + 1).TrimStart(", ")));
    }

    /// <summary>"1) Latar Belakang" between blank lines: what is below tells whether it is an item or a heading.</summary>
    private static bool IsNumberedAlone(TextLine line) => line.StandsAlone && HeadingNumbers.Length(line.Text) > 0;

    private static bool CanEnd(TextLine line) => line.Text[^1] switch
    {
        '?' => line.Words > 1,
        ':' => line.Words <= MostWordsBeforeColon,
        '.' => IsStoppedHeading(line),
        '!' or ';' or ',' or '…' or '-' or '–' or '—' or '/' or '&' => false,
        _ => !line.IsEnded,
    };

    /// <summary>"Related Work.", "Kesimpulan." — some writers close headings with a full stop.</summary>
    private static bool IsStoppedHeading(TextLine line) =>
        line.Words <= MostStoppedWords && !HeadingWords.IsBackReference(Words.Leading(line.Text)) && !line.Text.EndsWith("..", StringComparison.Ordinal) && !line.Text.Contains(',', StringComparison.Ordinal) &&
        (line.Words == 1 ? HeadingWords.IsKnown(line.Text.AsSpan(0, line.Text.Length - 1)) :
            LetterCase.IsTitle(line.Text) && !IsShortened(line.Text) || line.Words <= MostNumberedStoppedWords && HeadingNumbers.Has(line.Text));

    /// <summary>"Executive General Manager PT.": the stop is a shortened word's.</summary>
    private static bool IsShortened(string text) => Abbreviations.IsKnown(Words.Trailing(text.AsSpan(0, text.Length - 1), MostCharacters));

    /// <summary>"Saat ini komunikasi itu tengah diatur": a sentence that lost its end.</summary>
    private static bool HoldsDemonstrative(string text)
    {
        foreach (var range in text.AsSpan().Split(' '))
        {
            if (text.AsSpan(range).TrimEnd('?') is "ini" or "itu" or "tersebut")
                return true;
        }

        return false;
    }

    private static string Unnumbered(string text) => text[HeadingNumbers.Length(text)..];
}
