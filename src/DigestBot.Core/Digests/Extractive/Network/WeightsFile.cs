using System.Text.Json;
using DigestBot.Digests.Extractive.Features;

namespace DigestBot.Digests.Extractive.Network;

/// <summary>Reads a model from its file: JSON that names its version, its source and licence, its features and its numbers.</summary>
internal static class WeightsFile
{
    /// <summary>The version of the layout that this code reads.</summary>
    public const int Format = 1;

    private const string Resource = "DigestBot.Digests.Extractive.Weights.digest-model.json";

    /// <summary>The model inside this assembly.</summary>
    public static Model ReadEmbedded()
    {
        using var stream = typeof(WeightsFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly holds no resource {Resource}.");
        using var document = JsonDocument.Parse(stream);
        return Read(document.RootElement);
    }

    /// <summary>A model from any such file; throws <see cref="InvalidDataException"/> for one that this code can't score with.</summary>
    public static Model Read(JsonElement root)
    {
        var format = root.GetProperty("format").GetInt32();
        if (format != Format) throw new InvalidDataException($"Weights of format {format}; this engine reads format {Format}.");
        var columns = ColumnsOf(root.GetProperty("features"));
        var hidden = root.GetProperty("hidden").GetInt32();
        if (root.GetProperty("kernel").GetInt32() != NetworkWeights.Window || hidden % 32 != 0 || hidden == 0)
            throw new InvalidDataException("The network must see five neighbours and have a multiple of 32 units.");
        return new Model(
            [.. root.GetProperty("members").EnumerateArray().Select(member => ReadMember(member, columns, hidden))],
            root.GetProperty("penalty").GetSingle(),
            root.GetProperty("similarity").GetSingle());
    }

    /// <summary>Where each feature of the file stands among those of this engine.</summary>
    private static int[] ColumnsOf(JsonElement features)
    {
        var names = FeatureSet.All.Select(feature => feature.Name).ToArray();
        var columns = features.EnumerateArray().Select(name => Array.IndexOf(names, name.GetString())).ToArray();
        var unknown = Array.IndexOf(columns, -1);
        if (unknown >= 0) throw new InvalidDataException($"The weights ask for a feature that this engine doesn't measure: {features[unknown]}.");
        return columns;
    }

    private static NetworkWeights ReadMember(JsonElement member, int[] columns, int hidden)
    {
        var weights = new NetworkWeights(
            Scatter(Numbers(member.GetProperty("skip")), columns, 1),
            member.GetProperty("bias").GetSingle(),
            Scatter(Numbers(member.GetProperty("w1")), columns, hidden),
            Numbers(member.GetProperty("b1")),
            Numbers(member.GetProperty("conv")),
            Numbers(member.GetProperty("bc")),
            Numbers(member.GetProperty("out")),
            Scatter(Numbers(member.GetProperty("mean")), columns, 1));
        if (weights.Hidden != hidden || weights.NeighboursBias.Length != hidden || weights.Output.Length != 2 * hidden
            || weights.Neighbours.Length != NetworkWeights.Window * hidden * hidden)
            throw new InvalidDataException("The weights have another number of units than they say.");
        return weights;
    }

    /// <summary>Puts rows in the file's order of features into the engine's; a feature that the file doesn't know weighs nothing.</summary>
    private static float[] Scatter(float[] rows, int[] columns, int width)
    {
        if (rows.Length != columns.Length * width) throw new InvalidDataException("The weights have another number of features than they name.");
        var scattered = new float[FeatureSet.Count * width];
        for (var row = 0; row < columns.Length; row++)
            rows.AsSpan(row * width, width).CopyTo(scattered.AsSpan(columns[row] * width));
        return scattered;
    }

    private static float[] Numbers(JsonElement element)
    {
        var numbers = new List<float>();
        Gather(element);
        return [.. numbers];

        void Gather(JsonElement part)
        {
            if (part.ValueKind == JsonValueKind.Number) numbers.Add(part.GetSingle());
            else foreach (var inner in part.EnumerateArray()) Gather(inner);
        }
    }
}
