using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Contract;

/// <summary>The published HTTP API as OpenAPI: which bodies its operations take.</summary>
internal sealed class DiscordContract
{
    private static readonly Lazy<DiscordContract?> Loaded = new(Load);
    private readonly List<(string[] Segments, JsonElement Operations)> _paths;
    private readonly SchemaCheck _schemas;

    private DiscordContract(JsonElement root)
    {
        _paths = [.. root.GetProperty("paths").EnumerateObject().Select(path => (Split(path.Name), path.Value))];
        _schemas = new SchemaCheck(root.GetProperty("components").GetProperty("schemas"));
    }

    /// <summary>The contract from the file that lies beside the checkout; null where it is not there.</summary>
    public static DiscordContract? TryLoad() => Loaded.Value;

    /// <summary>What is wrong with a body; empty for nothing.</summary>
    public IReadOnlyList<string> Check(string verb, string path, JsonNode body)
    {
        if (Find(verb, path) is not { } operation)
            return [$"the contract has no {verb} {path}"];
        if (!operation.TryGetProperty("requestBody", out var request))
            return ["the contract takes no body here"];

        var schema = request.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return ContractExceptions.Without(_schemas.Check(schema, JsonSerializer.SerializeToElement(body)));
    }

    /// <summary>Of several paths that fit, the one with the most words of its own.</summary>
    private JsonElement? Find(string verb, string path)
    {
        var segments = Split(path);
        var fits = _paths.Where(known => Fits(known.Segments, segments) &&
            known.Operations.TryGetProperty(verb.ToLowerInvariant(), out _));
        var best = fits.MaxBy(known => known.Segments.Count(segment => segment[0] != '{'));
        return best.Segments is null ? null : best.Operations.GetProperty(verb.ToLowerInvariant());
    }

    private static bool Fits(string[] known, string[] given) =>
        known.Length == given.Length && known.Zip(given).All(pair => pair.First[0] == '{' || pair.First == pair.Second);

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static DiscordContract? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "DigestBot.sln")))
                continue;

            var file = Path.Combine(folder.FullName, "..", "shared", "contracts", "discord-openapi.json");
            return File.Exists(file)
                ? new DiscordContract(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.Clone())
                : null;
        }

        return null;
    }
}
