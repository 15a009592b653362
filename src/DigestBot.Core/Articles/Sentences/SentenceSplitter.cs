namespace DigestBot.Articles.Sentences;

/// <summary>
/// Divides a paragraph of Indonesian or English prose into sentences. One pass from left to right: the cost is linear in
/// the length, whatever the text.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences in order. Each stands verbatim in the paragraph with its white space folded, and nothing but blanks
    /// lies between them; empty only where the paragraph is.
    /// </summary>
    public static IReadOnlyList<string> Split(string paragraph)
    {
        var text = WhiteSpace.Fold(paragraph);
        if (text.Length == 0)
            return [];

        var scanner = new SentenceScanner(text);
        var end = scanner.NextEnd();
        if (end == text.Length)
            return [text];

        var sentences = new List<string>(8);
        var start = 0;
        while (start < text.Length)
        {
            sentences.Add(text[start..end]);
            start = end < text.Length && text[end] == ' ' ? end + 1 : end;
            end = scanner.NextEnd();
        }

        return sentences;
    }
}
