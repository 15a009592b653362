using System.Text.Json;
using DigestBot.Articles;
using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Selection;

namespace DigestBot.Digests.Extractive;

/// <summary>The engine against the values that the model's authors published for it.</summary>
public sealed class ParityTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void Every_published_unit_has_the_published_features_scores_and_picks()
    {
        using var published = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Require("research", "digest-model-parity.json")));
        var units = published.RootElement.EnumerateArray().ToLookup(unit => SourceOf(unit) == "articles/pyongyang.txt");
        var sections = units[true].ToList();
        Assert.Equal(13, sections.Count);
        Assert.Equal(4, units[false].Count());
        var parts = ArticleReading.Of(Shared(sections), Model.Shipped).Parts;
        Assert.Empty(parts.Zip(sections, Differences).SelectMany(lines => lines));
        Assert.Empty(units[false].SelectMany(unit => Differences(ArticleReading.Of(Read(unit), Model.Shipped).Whole, unit)));
    }

    private static string SourceOf(JsonElement unit) => unit.GetProperty("source").GetString()!;

    private static Article Shared(IReadOnlyList<JsonElement> units)
    {
        var parts = units.Select(unit => SampleArticles.Part(
            unit.GetProperty("heading").GetString() ?? "",
            [[.. unit.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!)]])).ToList();
        return SampleArticles.Plain("id") with { Lead = parts[0], Sections = parts[1..] };
    }

    private static Article Read(JsonElement unit)
    {
        var source = SourceOf(unit).Split(' ');
        var line = File.ReadLines(SharedFiles.Require(source[0].Split('/'))).ElementAt(int.Parse(source[2]) - 1);
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        var article = row.TryGetProperty("sentences", out var sentences)
            ? SampleArticles.Plain("id", Paragraphs(sentences, row.GetProperty("paragraph")))
            : SampleArticles.Plain("en", [row.GetProperty("text").GetString()!.Replace(". ", ".\n").Split('\n')]);
        return article with { Title = row.GetProperty("title").GetString()!, HasOwnTitle = true };
    }

    private static string[][] Paragraphs(JsonElement sentences, JsonElement numbers) =>
    [
        .. sentences.EnumerateArray().Zip(numbers.EnumerateArray())
            .GroupBy(pair => pair.Second.GetInt32(), pair => pair.First.GetString()!)
            .Select(group => group.ToArray()),
    ];

    private static IEnumerable<string> Differences(UnitReading reading, JsonElement published)
    {
        var place = $"{SourceOf(published)} {(published.TryGetProperty("heading", out var heading) ? heading.GetString() : "")}";
        var rows = published.GetProperty("features").EnumerateArray().ToList();
        if (rows.Count != reading.Unit.Count) yield return $"{place}: {reading.Unit.Count} sentences, published {rows.Count}";
        for (var i = 0; i < rows.Count; i++)
        {
            for (var column = 0; column < FeatureSet.Count; column++)
            {
                var name = FeatureSet.All[column].Name;
                var expected = rows[i].TryGetProperty(name, out var value) ? value.GetDouble() : 0;
                var actual = reading.Features[(i * FeatureSet.Count) + column];
                if (Math.Abs(expected - actual) > Tolerance) yield return $"{place}, sentence {i}: {name} {actual}, published {expected}";
            }

            var score = published.GetProperty("score")[i].GetDouble();
            if (Math.Abs(score - reading.Scores[i]) > Tolerance) yield return $"{place}, sentence {i}: score {reading.Scores[i]}, published {score}";
        }

        for (var count = 1; count <= 3; count++)
        {
            var expected = published.GetProperty($"pick{count}").EnumerateArray().Select(pick => pick.GetInt32());
            var actual = Selector.Choose(reading.Unit, reading.Scores, count, Model.Shipped);
            if (!expected.SequenceEqual(actual)) yield return $"{place}: picks {string.Join(',', actual)} of {count}";
        }
    }
}
