using DigestBot.Articles.ContentFolder.PlainText;
using DigestBot.Articles.Languages;

namespace DigestBot.Articles;

/// <summary>A heading with the paragraphs under it. The lead is a section with an empty heading and level 0.</summary>
/// <param name="Heading">As written, without markup; empty for the lead.</param>
/// <param name="Level">1 to 6 where the format has levels, in plain text 2 below a chapter and else 1, 0 for the lead.</param>
/// <param name="Paragraphs">In the order of the text; code, tables and images are not among them.</param>
public sealed record Section(string Heading, int Level, IReadOnlyList<Paragraph> Paragraphs)
{
    private Remembered _hash;
    private Remembered _unnumberedHash;

    /// <summary>A lead of an article that begins with a heading.</summary>
    public static Section NoLead { get; } = new("", 0, []);

    /// <summary>True where nothing stands: a heading directly followed by the next one is not empty, its heading stands.</summary>
    public bool IsEmpty => Heading.Length == 0 && Paragraphs.Count == 0;

    /// <summary>All sentences in order.</summary>
    public IEnumerable<string> Sentences => Paragraphs.SelectMany(paragraph => paragraph.Sentences);

    /// <summary>False where nothing stands under the heading, or only what is not read: a table, a picture, code.</summary>
    public bool HasSentences => Paragraphs.Any(paragraph => paragraph.Sentences.Count > 0);

    /// <summary>
    /// The language of its own text, which need not be the article's; <see cref="LanguageGuesser.Unknown"/> where the text is too
    /// short to tell.
    /// </summary>
    public string Language => field ??= LanguageGuesser.Guess(string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text)));

    /// <summary>The fingerprint of the heading and the text.</summary>
    public string Hash => _hash.Of(this, static section => section.HashUnder(section.Heading));

    /// <summary>
    /// The same without the number that the heading begins with: it tells which sections of an edited article changed. One that
    /// is put in front gives all that follow another number, and changes none of them.
    /// </summary>
    public string UnnumberedHash => _unnumberedHash.Of(this, static section => section.HashUnder(section.Heading[HeadingNumbers.Length(section.Heading)..]));

    private string HashUnder(string heading) => Fingerprint.Of([heading, .. Paragraphs.Select(paragraph => paragraph.Text)]);
}
