namespace DigestBot.Digests.Extractive.Text;

/// <summary>A sentence as the engine sees it.</summary>
/// <param name="Text">What is shown and scored: verbatim, without a dateline before it or initials behind it.</param>
/// <param name="FirstWord">Where its words begin among the article's words.</param>
/// <param name="WordCount">How many words it has.</param>
/// <param name="Traits">What one pass found.</param>
/// <param name="Marks">Its quotation marks.</param>
/// <param name="HasDateline">Whether a dateline was taken off.</param>
internal readonly record struct ScannedSentence(
    string Text, int FirstWord, int WordCount, SentenceTraits Traits, QuotationMarks Marks, bool HasDateline)
{
    public bool Is(SentenceTraits trait) => (Traits & trait) != 0;
}

/// <summary>One word of a sentence.</summary>
/// <param name="Id">Its number in the vocabulary.</param>
/// <param name="IsCapitalised">Whether it begins with a capital here.</param>
/// <param name="FollowsComma">Whether a comma parts it from the word before.</param>
internal readonly record struct ScannedWord(int Id, bool IsCapitalised, bool FollowsComma);
