using System.Globalization;
using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Benchmarks.Digests.Evaluation;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>What models reach on documents that they have not seen, each document scored by the model that did not see it.</summary>
internal sealed class HeldBackScores
{
    private static readonly int[] NewsLengths = [3, 2, 1];

    private readonly SortedDictionary<(DocumentKind Kind, int Count), List<Outcome>> _outcomes = [];

    public void Add(Model model, IEnumerable<Document> documents)
    {
        var evaluator = new Evaluator(model, [Methods.All(model)[0]]);
        foreach (var document in documents)
            foreach (var count in document.Kind == DocumentKind.News ? NewsLengths : [1])
            {
                if (!_outcomes.TryGetValue((document.Kind, count), out var outcomes)) _outcomes[(document.Kind, count)] = outcomes = [];
                outcomes.Add(evaluator.Evaluate(document, count)[0]);
            }
    }

    /// <summary>One line for each set and length.</summary>
    public IEnumerable<string> Lines() => _outcomes.Select(entry =>
        $"{entry.Key.Kind}, {entry.Value.Count} documents, k = {entry.Key.Count}: " + string.Join("; ", entry.Value[0].Scores.Select((_, goal) => Means(entry.Value, goal)))
        + $", dangling {Number(100.0 * entry.Value.Sum(outcome => outcome.Dangling) / entry.Value.Sum(outcome => outcome.Sentences))} %");

    private static string Means(List<Outcome> outcomes, int goal) => string.Join(
        '/', Enumerable.Range(0, 3).Select(measure => Number(100 * outcomes.Average(outcome => outcome.Scores[goal][measure]))));

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
