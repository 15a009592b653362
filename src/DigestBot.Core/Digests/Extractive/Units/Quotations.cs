using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>Which sentences stand inside a quotation that an earlier one opened, and how much the unit reads like news.</summary>
internal sealed class Quotations
{
    public Quotations(ArraySegment<ScannedSentence> sentences, bool hasDateline, bool isHeaded)
    {
        OpenBefore = new bool[sentences.Count];
        var open = false;
        var quoting = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            OpenBefore[i] = open;
            open = sentences[i].Marks.LeavesOpen(open);
            if (sentences[i].Is(SentenceTraits.Quotation | SentenceTraits.Saying)) quoting++;
        }

        if (isHeaded || sentences.Count == 0) return;
        News = Math.Min(1, (2.0 * quoting / sentences.Count) + (hasDateline ? 0.5 : 0));
    }

    /// <summary>Whether an earlier sentence opened a quotation that is still open.</summary>
    public bool[] OpenBefore { get; }

    /// <summary>0 to 1: a dateline and people who are quoted make news; a section with a heading is none.</summary>
    public double News { get; }
}
