namespace DigestBot.Digests.Extractive.Units;

/// <summary>Which sentences of an article make a unit, and of what kind it is.</summary>
/// <param name="FirstSentence">Where it begins among the article's sentences.</param>
/// <param name="SentenceCount">How many it has.</param>
/// <param name="TitleWords">The content words of the article's own title.</param>
/// <param name="HeadingWords">The content words of the section's heading.</param>
/// <param name="IsHeaded">Whether it is a section with a heading.</param>
/// <param name="HasSections">Whether the article that it comes from has sections.</param>
/// <param name="MayBeAbstract">Whether it is a whole English article without headings.</param>
internal sealed record UnitFrame(
    int FirstSentence, int SentenceCount, int[] TitleWords, int[] HeadingWords, bool IsHeaded, bool HasSections, bool MayBeAbstract);
