using DigestBot.Articles;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>The lead or one section of a scanned article.</summary>
/// <param name="Section">As the article has it.</param>
/// <param name="FirstSentence">Where its sentences begin among the article's.</param>
/// <param name="SentenceCount">How many it has.</param>
/// <param name="HeadingWords">The distinct content words of its heading.</param>
internal sealed record ScannedPart(Section Section, int FirstSentence, int SentenceCount, int[] HeadingWords);
