using System.Text.Json;
using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Selection;

namespace DigestBot.Digests.Extractive;

/// <summary>
/// The engine against what it made of two articles when the weights were last changed (<c>digest-vector</c> in the
/// benchmarks writes it down): on another machine or runtime nothing may differ.
/// </summary>
public sealed class VectorTests
{
    private const double Tolerance = 2e-6;

    [Fact]
    public void The_articles_of_the_vector_have_its_features_scores_and_picks()
    {
        using var vector = JsonDocument.Parse(File.ReadAllBytes(SourceTree.Find("tests", "DigestBot.Core.Tests", "Digests", "Extractive", "vector.json")));
        foreach (var article in vector.RootElement.EnumerateArray())
        {
            var reading = ArticleReading.Of(Read(article), Model.Shipped);
            foreach (var (unit, expected) in reading.Parts.Prepend(reading.Whole).Zip(article.GetProperty("units").EnumerateArray(), ValueTuple.Create))
                AssertSame(expected, unit);
        }
    }

    private static Articles.Article Read(JsonElement article)
    {
        var parts = article.GetProperty("parts").EnumerateArray().Select(part => SampleArticles.Part(
            part.GetProperty("heading").GetString()!,
            part.GetProperty("paragraphs").Deserialize<string[][]>()!)).ToList();
        return SampleArticles.Plain(article.GetProperty("language").GetString()!) with
        {
            Title = article.GetProperty("title").GetString()!,
            HasOwnTitle = true,
            Lead = parts[0],
            Sections = parts[1..],
        };
    }

    private static void AssertSame(JsonElement expected, UnitReading unit)
    {
        var rows = expected.GetProperty("features").Deserialize<Dictionary<string, double>[]>()!;
        Assert.Equal(rows.Length, unit.Unit.Count);
        for (var place = 0; place < rows.Length; place++)
        {
            for (var column = 0; column < FeatureSet.Count; column++)
                AssertNear(rows[place].GetValueOrDefault(FeatureSet.All[column].Name), unit.Features[(place * FeatureSet.Count) + column], FeatureSet.All[column].Name);
            AssertNear(expected.GetProperty("scores")[place].GetDouble(), unit.Scores[place], "score");
        }

        foreach (var (picks, index) in expected.GetProperty("picks").Deserialize<int[][]>()!.Select(ValueTuple.Create<int[], int>))
            Assert.Equal(picks, Selector.Choose(unit.Unit, unit.Scores, index + 1, Model.Shipped));
    }

    private static void AssertNear(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance, $"{what}: {actual} instead of {expected}");
}
