using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Benchmarks.Digests.Rouge;
using DigestBot.Digests.Extractive;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Text;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>Lets each method choose for each document and scores what it chose.</summary>
internal sealed class Evaluator(Model model, IReadOnlyList<Method> methods)
{
    /// <summary>The outcome of every method for one document, with so many sentences of the whole or of each section.</summary>
    public IReadOnlyList<Outcome> Evaluate(Document document, int count)
    {
        var reading = ArticleReading.Of(document.Article, model);
        var goals = document.Kind == DocumentKind.Paper
            ? document.References.Select(reference => new Goal([reference])).ToList()
            : [new Goal(document.References)];
        var sections = document.Article.Units.Select(section => section.Sentences.ToList());
        IEnumerable<(UnitReading Reading, List<string> Raw)> units =
            document.Kind == DocumentKind.Paper ? reading.Parts.Zip(sections) : [(reading.Whole, [.. sections.SelectMany(sentences => sentences)])];
        var candidates = units.Select(unit =>
            new Candidate(unit.Reading.Unit, unit.Raw, unit.Reading.Features, unit.Reading.Scores, goals[0])).ToList();
        return [.. methods.Select(method => Judge(method, candidates, goals, count))];
    }

    private static Outcome Judge(Method method, IReadOnlyList<Candidate> candidates, IReadOnlyList<Goal> goals, int count)
    {
        var sentences = new List<string>();
        var dangling = 0;
        foreach (var (candidate, places) in candidates.Zip(method.Choose(candidates, count)))
        {
            sentences.AddRange(places.Select(place => method.ShowsRaw ? candidate.Raw[place] : candidate.Unit.Sentences[place].Text));
            dangling += places.Count(place => Dangles(candidate, places, place));
        }

        return new Outcome([.. goals.Select(goal => goal.Score(sentences))], sentences.Count, dangling);
    }

    /// <summary>Points back, and the sentence before it is not there.</summary>
    private static bool Dangles(Candidate candidate, int[] places, int place) =>
        place > 0 && candidate.Unit.Sentences[place].Is(SentenceTraits.PointsBack) && !places.Contains(place - 1);
}

/// <summary>What one method made of one document.</summary>
/// <param name="Scores">Against each goal.</param>
/// <param name="Sentences">How many sentences it chose.</param>
/// <param name="Dangling">How many of them dangle.</param>
internal sealed record Outcome(IReadOnlyList<RougeScore> Scores, int Sentences, int Dangling);
