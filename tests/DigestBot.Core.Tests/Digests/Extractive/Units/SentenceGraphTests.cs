using CsCheck;
using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Digests.Extractive.Units;

public sealed class SentenceGraphTests
{
    private static readonly Gen<string[]> Sentences =
        Gen.OneOf("laut", "ikan", "perahu", "nelayan", "pasar", "hujan").List[1, 6].Select(words => string.Join(' ', words)).Array[1, 90];

    [Fact]
    public void Sums_and_windows_are_what_all_pairs_would_give() => Sentences.Sample(sentences =>
    {
        var graph = Build(sentences).Graph;
        var pairs = Enumerable.Range(0, sentences.Length).Select(graph.SimilaritiesTo).ToArray();
        for (var i = 0; i < sentences.Length; i++)
        {
            var (earlier, later) = (Window(i - SentenceGraph.Window, i), Window(i + 1, i + 1 + SentenceGraph.Window));
            Assert.Equal(earlier.Select(j => pairs[i][j]).DefaultIfEmpty().Max(), graph.LargestEarlier[i], 9);
            Assert.Equal(later.Select(j => pairs[i][j]).DefaultIfEmpty().Max(), graph.LargestLater[i], 9);
            if (i > 0) Assert.Equal(pairs[i][i - 1], graph.Previous[i], 9);
            Assert.Equal(pairs[0][i], graph.ToFirst[i], 9);
        }

        AssertScaled(i => pairs[i].Skip(i + 1).Sum(), graph.Forward);
        AssertScaled(i => pairs[i].Take(i).Sum(), graph.Backward);

        IEnumerable<int> Window(int from, int to) => Enumerable.Range(0, sentences.Length).Where(j => j >= from && j < to);
    });

    [Fact]
    public void A_sentence_counts_as_nothing_like_itself() => Assert.Equal([0, 1], Build(["laut ikan", "ikan laut"]).Graph.SimilaritiesTo(0).Select(value => Math.Round(value, 9)));

    private static void AssertScaled(Func<int, double> value, double[] actual)
    {
        var values = Enumerable.Range(0, actual.Length).Select(value).ToArray();
        var largest = values.Max();
        for (var i = 0; i < actual.Length; i++) Assert.Equal(largest > 0 ? values[i] / largest : 0, actual[i], 9);
    }

    private static Unit Build(string[] sentences)
    {
        var article = ScannedArticle.Of(SampleArticles.Plain("id", sentences));
        return new UnitBuilder(article).Build(new UnitFrame(0, sentences.Length, [], [], IsHeaded: false, HasSections: false, MayBeAbstract: false));
    }
}
