using DigestBot.Articles.Sentences;

namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>One line of a plain text, or a paragraph joined of hard-wrapped lines.</summary>
/// <param name="Text">White space folded; not empty.</param>
/// <param name="AfterBlank">An empty line stands before it, or it is the first.</param>
internal sealed record TextLine(string Text, bool AfterBlank)
{
    private const int BodyWords = 12;
    private const int UnendedBodyWords = 25;
    private const int ShortSentenceWords = 4;

    /// <summary>An empty line stands after it.</summary>
    public bool BeforeBlank { get; init; }

    /// <summary>Empty lines part it from the text above and below: a writer's way of saying that it is a heading.</summary>
    public bool StandsAlone => AfterBlank && BeforeBlank;

    /// <summary>The writer drew a line of <c>=</c> or <c>-</c> under it.</summary>
    public bool IsUnderlined { get; init; }

    /// <summary>It holds tabs or wide gaps, as rows of a table do.</summary>
    public bool IsTabular { get; init; }

    public int Words { get; } = Text.AsSpan().Count(' ') + 1;

    /// <summary>Ends as a sentence does; closing quotes and brackets do not hide it.</summary>
    public bool IsEnded { get; } = EndOf(Text) is '.' or '!' or '?' or '…';

    /// <summary>Long enough to be what a heading announces.</summary>
    public bool IsBody => Words >= BodyWords && IsEnded || Words >= UnendedBodyWords;

    /// <summary>Holds more than one sentence, as paragraphs do; lines of a text with one sentence each do not.</summary>
    public bool IsParagraph => Sentences.SentenceSplitter.Split(Text).Count > 1;

    /// <summary>A full sentence, shorter than a paragraph usually is.</summary>
    public bool IsShortSentence => Words >= ShortSentenceWords && IsEnded;

    public bool IsListItem { get; init; } = ListItems.IsItem(Text);

    /// <summary>What a heading would be: short and without an end.</summary>
    public bool IsShort => !IsEnded && Words <= HeadingForms.MostWords;

    private static char EndOf(string text)
    {
        var at = text.Length - 1;
        while (at > 0 && (Marks.IsCloser(text[at]) || text[at] == ' '))
            at--;

        // The number of a footnote: "... kata.1"
        var digits = at;
        while (digits > 1 && at - digits < 2 && char.IsAsciiDigit(text[digits]))
            digits--;
        return digits < at && Marks.IsEndMark(text[digits]) && !char.IsDigit(text[digits - 1]) ? text[digits] : text[at];
    }
}
