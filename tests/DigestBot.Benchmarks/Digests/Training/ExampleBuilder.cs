using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Benchmarks.Digests.Evaluation;
using DigestBot.Benchmarks.Digests.Rouge;
using DigestBot.Digests.Extractive;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>Turns documents into examples: which digests could be made of a unit, and what each is worth.</summary>
internal sealed class ExampleBuilder
{
    private const int NewsCandidates = 14;
    private const int NewsSentences = 3;

    private readonly LinearModel _linear = new();

    public IEnumerable<Example> Build(Document document)
    {
        // The shipped model is only along because a reading scores as it measures; its scores are not looked at.
        var reading = ArticleReading.Of(document.Article, Model.Shipped);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var references = document.References.Select(reference => new Bag.Reference(reference, words)).ToList();
        return document.Kind switch
        {
            DocumentKind.News => News(reading.Whole, references, words),
            DocumentKind.Abstract => Abstract(reading.Whole, references, words),
            _ => Paper(reading.Parts, references, words),
        };
    }

    /// <summary>All triples of the sentences that the linear model likes best.</summary>
    private IEnumerable<Example> News(UnitReading whole, List<Bag.Reference> references, Dictionary<string, int> words)
    {
        if (whole.Unit.Count <= NewsSentences) yield break;
        var scores = _linear.Scores(whole.Features, whole.Unit.Count);
        var likely = Enumerable.Range(0, scores.Length).OrderByDescending(place => scores[place]).Take(NewsCandidates).Order().ToArray();
        var bags = Bags(whole, words);
        var sets = Triples(likely).ToArray();
        yield return new Example(DocumentKind.News, whole.Features, sets, [.. sets.Select(set => Bag.Reward([.. set.Select(place => bags[place])], references))]);
    }

    private static IEnumerable<Example> Abstract(UnitReading whole, List<Bag.Reference> references, Dictionary<string, int> words)
    {
        if (whole.Unit.Count < 2) yield break;
        var rewards = Bags(whole, words).Select(bag => Bag.Reward([bag], references));
        yield return new Example(DocumentKind.Abstract, whole.Features, Singles(whole.Unit.Count), [.. rewards]);
    }

    /// <summary>A sentence is worth what the digest of the paper is when its section gives it and every other its first.</summary>
    private static IEnumerable<Example> Paper(IReadOnlyList<UnitReading> parts, List<Bag.Reference> references, Dictionary<string, int> words)
    {
        var bags = parts.Select(part => Bags(part, words)).ToList();
        var digest = bags.Select(section => section.FirstOrDefault() ?? new Bag("", words)).ToArray();
        for (var part = 0; part < parts.Count; part++)
        {
            if (parts[part].Unit.Count < 2) continue;
            var first = digest[part];
            var rewards = new double[parts[part].Unit.Count];
            for (var place = 0; place < rewards.Length; place++)
            {
                digest[part] = bags[part][place];
                rewards[place] = references.Average(reference => Bag.Reward(digest, [reference]));
            }

            digest[part] = first;
            yield return new Example(DocumentKind.Paper, parts[part].Features, Singles(rewards.Length), rewards);
        }
    }

    private static Bag[] Bags(UnitReading unit, Dictionary<string, int> words) => [.. unit.Unit.Sentences.Select(sentence => new Bag(sentence.Text, words))];

    private static int[][] Singles(int count) => [.. Enumerable.Range(0, count).Select(place => new[] { place })];

    private static IEnumerable<int[]> Triples(int[] places)
    {
        for (var i = 0; i < places.Length; i++)
            for (var j = i + 1; j < places.Length; j++)
                for (var k = j + 1; k < places.Length; k++) yield return [places[i], places[j], places[k]];
    }
}
