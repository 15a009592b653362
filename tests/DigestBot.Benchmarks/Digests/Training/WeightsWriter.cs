using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Digests.Extractive.Features;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>Writes a model as the engine reads it: one line of JSON, every number with five significant digits.</summary>
internal static class WeightsWriter
{
    private const int Version = 2;

    private const string Source =
        "Trained on IndoSum development folds 2 to 5 (Kurniawan and Louvan 2018, CC BY-SA 4.0), SciTLDR-A train and dev "
        + "(Cachola et al. 2020, Apache-2.0) and 300 papers of ScisummNet (Yasunaga et al. 2019, CC BY 4.0).";

    public static void Write(string path, Model model)
    {
        var root = new JsonObject
        {
            ["format"] = WeightsFile.Format,
            ["version"] = Version,
            ["source"] = Source,
            ["licence"] = "CC BY-SA 4.0",
            ["features"] = new JsonArray([.. FeatureSet.All.Select(feature => (JsonNode)feature.Name)]),
            ["hidden"] = model.Members[0].Hidden,
            ["kernel"] = NetworkWeights.Window,
            ["penalty"] = model.DanglingPenalty,
            ["similarity"] = model.SimilarityPenalty,
            ["members"] = new JsonArray([.. model.Members.Select(Member)]),
        };
        File.WriteAllText(path, root.ToJsonString(JsonSerializerOptions.Default) + "\n");
    }

    private static JsonNode Member(NetworkWeights weights) => new JsonObject
    {
        ["skip"] = Numbers(weights.Skip),
        ["bias"] = Rounded(weights.Bias),
        ["w1"] = Numbers(weights.Input),
        ["b1"] = Numbers(weights.InputBias),
        ["conv"] = Numbers(weights.Neighbours),
        ["bc"] = Numbers(weights.NeighboursBias),
        ["out"] = Numbers(weights.Output),
        ["mean"] = Numbers(weights.Mean),
    };

    private static JsonArray Numbers(float[] numbers) => new([.. numbers.Select(number => (JsonNode)Rounded(number))]);

    private static JsonNode Rounded(float number) => JsonNode.Parse(number.ToString("G5", System.Globalization.CultureInfo.InvariantCulture))!;
}
