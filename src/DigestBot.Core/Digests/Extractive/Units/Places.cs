using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>Where each sentence stands: in the text before it, in its paragraph.</summary>
internal sealed class Places
{
    public Places(ArraySegment<ScannedSentence> sentences, ArraySegment<int> paragraphs, bool isHeaded)
    {
        WordsBefore = new int[sentences.Count];
        Paragraph = new int[sentences.Count];
        InParagraph = new int[sentences.Count];
        ParagraphLength = new int[sentences.Count];
        var words = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            WordsBefore[i] = words;
            words += sentences[i].WordCount;

            // Sections are one paragraph to the model: the papers that it learnt from do not tell theirs.
            Paragraph[i] = isHeaded ? 0 : paragraphs[i] - paragraphs[0];
            InParagraph[i] = i > 0 && Paragraph[i] == Paragraph[i - 1] ? InParagraph[i - 1] + 1 : 0;
        }

        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            var endsParagraph = i == sentences.Count - 1 || Paragraph[i + 1] != Paragraph[i];
            ParagraphLength[i] = endsParagraph ? InParagraph[i] + 1 : ParagraphLength[i + 1];
        }

        MeanLength = sentences.Count == 0 ? 0 : (double)words / sentences.Count;
    }

    public int[] WordsBefore { get; }

    /// <summary>The number of its paragraph, from zero.</summary>
    public int[] Paragraph { get; }

    /// <summary>Its place in its paragraph, from zero.</summary>
    public int[] InParagraph { get; }

    /// <summary>How many sentences its paragraph has.</summary>
    public int[] ParagraphLength { get; }

    /// <summary>Words a sentence, over the unit.</summary>
    public double MeanLength { get; }
}
