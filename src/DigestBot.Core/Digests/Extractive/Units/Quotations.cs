using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>Which sentences stand inside a quotation that an earlier one opened, and how much the unit reads like news.</summary>
internal sealed class Quotations
{
    private const int None = -1;

    public Quotations(ArraySegment<ScannedSentence> sentences, bool hasDateline, bool isHeaded)
    {
        OpenedAt = new int[sentences.Count];
        var openedAt = None;
        var quoting = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            OpenedAt[i] = openedAt;
            if (!sentences[i].Marks.LeavesOpen(openedAt != None)) openedAt = None;
            else if (openedAt == None) openedAt = i;
            if (sentences[i].Is(SentenceTraits.Quotation | SentenceTraits.Saying)) quoting++;
        }

        if (isHeaded || sentences.Count == 0) return;
        News = Math.Min(1, (2.0 * quoting / sentences.Count) + (hasDateline ? 0.5 : 0));
    }

    /// <summary>Which earlier sentence opened the quotation that is still open here; -1 where none is.</summary>
    public int[] OpenedAt { get; }

    /// <summary>Whether an earlier sentence opened a quotation that is still open.</summary>
    public bool IsInside(int sentence) => OpenedAt[sentence] != None;

    /// <summary>0 to 1: a dateline and people who are quoted make news; a section with a heading is none.</summary>
    public double News { get; }
}
