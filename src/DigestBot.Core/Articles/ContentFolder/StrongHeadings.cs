using DigestBot.Articles.ContentFolder.PlainText;

namespace DigestBot.Articles.ContentFolder;

/// <summary>
/// Headings that a writer set in bold instead of marking them: paragraphs of nothing but bold, in an article that marks no heading.
/// </summary>
internal static class StrongHeadings
{
    /// <summary>Below the title.</summary>
    public const int Level = 2;

    /// <summary>Whether one of the paragraphs is a heading: it has the form of one, and prose stands below it.</summary>
    /// <param name="paragraphs">All of them, and whether each is nothing but bold.</param>
    /// <param name="at">Which.</param>
    /// <param name="hasTitle">Where the article has none, a first paragraph in bold is its title rather than a heading.</param>
    public static bool Has(IReadOnlyList<(string Text, bool IsStrong)> paragraphs, int at, bool hasTitle) =>
        paragraphs[at].IsStrong && (at > 0 || hasTitle) && at + 1 < paragraphs.Count && !paragraphs[at + 1].IsStrong &&
        HeadingForms.Of(Line(paragraphs[at].Text)) != HeadingForm.None && IsProse(Line(paragraphs[at + 1].Text));

    private static bool IsProse(TextLine line) => line.IsBody || line.IsShortSentence;

    private static TextLine Line(string text) => new(text, AfterBlank: true) { BeforeBlank = true };
}
