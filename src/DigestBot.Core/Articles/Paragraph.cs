using DigestBot.Articles.Sentences;

namespace DigestBot.Articles;

/// <summary>One paragraph, its white space folded to single blanks, and the sentences it divides into.</summary>
/// <param name="Text">The whole paragraph.</param>
/// <param name="Sentences">Each one verbatim within <paramref name="Text"/>, in order, none empty.</param>
public sealed record Paragraph(string Text, IReadOnlyList<string> Sentences)
{
    /// <summary>The paragraph that a text makes: white space folded, sentences split.</summary>
    public static Paragraph Of(string text)
    {
        var folded = WhiteSpace.Fold(text);
        return new Paragraph(folded, SentenceSplitter.Split(folded));
    }
}
