using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Articles;
using DigestBot.Digests.Extractive;
using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Selection;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary><c>digest-vector</c>: writes down what the engine makes of a few articles, for a test to hold it to.</summary>
internal static class DigestVectorCommand
{
    private const int Decimals = 6;

    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Articles with their units; the units are written anew." };
        var command = new Command("digest-vector", "Write features, scores and picks of a few articles into their file.") { file };
        command.SetAction(parse => Rewrite(parse.GetRequiredValue(file)));
        return command;
    }

    private static void Rewrite(FileInfo file)
    {
        var articles = JsonNode.Parse(File.ReadAllText(file.FullName))!.AsArray();
        foreach (var article in articles)
        {
            var reading = ArticleReading.Of(Read(article!), Model.Shipped);
            article!["units"] = new JsonArray([.. reading.Parts.Prepend(reading.Whole).Select(Write)]);
        }

        File.WriteAllText(file.FullName, "[\n" + string.Join(",\n", articles.Select(article => article!.ToJsonString(Layout))) + "\n]\n");
    }

    private static Article Read(JsonNode article)
    {
        var parts = article["parts"]!.AsArray().Select(part => new Section(
            (string)part!["heading"]!, ((string)part["heading"]!).Length == 0 ? 0 : 1,
            [.. part["paragraphs"]!.AsArray().Select(sentences => new Paragraph("", [.. sentences!.AsArray().Select(sentence => (string)sentence!)]))])).ToList();
        return new Article
        {
            Id = new ArticleId("vector"),
            Path = "vector",
            Topic = "",
            Title = (string)article["title"]!,
            HasOwnTitle = true,
            Language = (string)article["language"]!,
            Lead = parts[0],
            Sections = parts[1..],
        };
    }

    private static JsonObject Write(UnitReading unit) => new JsonObject
    {
        ["features"] = new JsonArray([.. Enumerable.Range(0, unit.Unit.Count).Select(place => Features(unit, place))]),
        ["scores"] = new JsonArray([.. unit.Scores.Select(score => (JsonNode)Math.Round(score, Decimals))]),
        ["picks"] = new JsonArray([.. Enumerable.Range(1, 3).Select(count =>
            new JsonArray([.. Selector.Choose(unit.Unit, unit.Scores, count, Model.Shipped).Select(place => (JsonNode)place)]))]),
    };

    private static JsonObject Features(UnitReading unit, int place) => new JsonObject(FeatureSet.All
        .Select((feature, column) => (feature.Name, Value: unit.Features[(place * FeatureSet.Count) + column]))
        .Where(feature => feature.Value != 0)
        .Select(feature => KeyValuePair.Create(feature.Name, (JsonNode?)Math.Round(feature.Value, Decimals))));
}
