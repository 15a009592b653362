using System.Runtime.InteropServices;
using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Units;

/// <summary>Capitalised words inside a sentence, which in Indonesian and English are mostly names, and words with digits.</summary>
internal sealed class Names
{
    private readonly Dictionary<int, Use> _uses = [];
    private readonly List<int> _distinct = [];

    public Names(ScannedArticle article, ArraySegment<ScannedSentence> sentences)
    {
        Count = new int[sentences.Count];
        Numbers = new int[sentences.Count];
        New = new int[sentences.Count];
        Seen = new int[sentences.Count];
        var ends = new int[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            Gather(article, sentences[i], i);
            ends[i] = _distinct.Count;
        }

        var weights = new double[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
            for (var name = i == 0 ? 0 : ends[i - 1]; name < ends[i]; name++) weights[i] += _uses[_distinct[name]].Sentences;
        Weight = Scale.ByLargest(weights);
    }

    /// <summary>How many capitalised words stand after the first word.</summary>
    public int[] Count { get; }

    /// <summary>How many words have a digit.</summary>
    public int[] Numbers { get; }

    /// <summary>How many names occur for the first time.</summary>
    public int[] New { get; }

    /// <summary>How many names an earlier sentence had.</summary>
    public int[] Seen { get; }

    /// <summary>How often the unit speaks of the names of this sentence, against the largest.</summary>
    public double[] Weight { get; }

    private void Gather(ScannedArticle article, in ScannedSentence sentence, int place)
    {
        var words = article.WordsOf(sentence);
        for (var i = 0; i < words.Length; i++)
        {
            if ((article.Vocabulary.Traits(words[i].Id) & WordTraits.Digit) != 0) Numbers[place]++;
            if (i == 0 || !words[i].IsCapitalised) continue;
            Count[place]++;
            ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(_uses, words[i].Id, out var seen);
            if (seen && use.Latest == place) continue;
            if (seen) Seen[place]++;
            else New[place]++;
            use = new Use(use.Sentences + 1, place);
            _distinct.Add(words[i].Id);
        }
    }

    /// <summary>In how many sentences a name has stood, and in which one last.</summary>
    private readonly record struct Use(int Sentences, int Latest);
}
