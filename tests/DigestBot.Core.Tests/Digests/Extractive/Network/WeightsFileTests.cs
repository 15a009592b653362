using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Digests.Extractive.Features;

namespace DigestBot.Digests.Extractive.Network;

public sealed class WeightsFileTests
{
    private static readonly string Shipped = File.ReadAllText(
        SourceTree.Find("src", "DigestBot.Core", "Digests", "Extractive", "Weights", "digest-model.json"));

    [Fact]
    public void The_shipped_file_names_its_source_and_licence_and_stays_small()
    {
        var root = JsonNode.Parse(Shipped)!;
        Assert.Contains("IndoSum", (string)root["source"]!, StringComparison.Ordinal);
        Assert.Equal("CC BY-SA 4.0", (string)root["licence"]!);
        Assert.InRange(Shipped.Length, 1, 500_000);
    }

    [Fact]
    public void The_shipped_file_weighs_every_feature_of_the_engine() =>
        Assert.Equal(
            FeatureSet.All.Select(feature => feature.Name).Order(StringComparer.Ordinal),
            JsonNode.Parse(Shipped)!["features"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));

    [Fact]
    public void The_order_of_the_features_in_the_file_does_not_matter()
    {
        var root = JsonNode.Parse(Shipped)!;
        Reverse(root, "features");
        foreach (var member in root["members"]!.AsArray())
            foreach (var name in (string[])["skip", "w1", "mean"]) Reverse(member!, name);
        Assert.Equal(Model.Shipped.Members[0].Input, Read(root).Members[0].Input);
    }

    [Theory]
    [InlineData("format", "9")]
    [InlineData("kernel", "3")]
    [InlineData("hidden", "64")]
    [InlineData("hidden", "0")]
    public void A_file_of_another_layout_is_refused(string name, string value)
    {
        var root = JsonNode.Parse(Shipped)!;
        root[name] = JsonNode.Parse(value);
        Assert.Throws<InvalidDataException>(() => Read(root));
    }

    [Fact]
    public void A_feature_that_the_engine_does_not_measure_is_refused_by_name()
    {
        var root = JsonNode.Parse(Shipped)!;
        root["features"]![3] = "moonphase";
        var error = Assert.Throws<InvalidDataException>(() => Read(root));
        Assert.Contains("moonphase", error.Message, StringComparison.Ordinal);
    }

    private static void Reverse(JsonNode parent, string name) =>
        parent[name] = new JsonArray([.. parent[name]!.AsArray().Reverse().Select(node => node!.DeepClone())]);

    private static Model Read(JsonNode root)
    {
        using var document = JsonDocument.Parse(root.ToJsonString());
        return WeightsFile.Read(document.RootElement);
    }
}
