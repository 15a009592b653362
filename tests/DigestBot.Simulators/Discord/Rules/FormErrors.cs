using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Rest;

namespace DigestBot.Simulators.Discord.Rules;

/// <summary>Gathers what is wrong with a body, field by field, as the tree that goes with code 50035.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];
    private readonly List<string> _words = [];

    public bool Any => _words.Count > 0;

    /// <param name="path">Dotted, such as <c>embeds.0.title</c>; empty for the body itself.</param>
    /// <param name="code">Discord's name of the fault.</param>
    /// <param name="message">In words.</param>
    public void Add(string path, string code, string message)
    {
        var place = _tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (place[step] is not JsonObject next)
                place[step] = next = [];
            place = next;
        }

        if (place["_errors"] is not JsonArray errors)
            place["_errors"] = errors = [];
        errors.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
        _words.Add($"{path} {code}: {message}");
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void BadLength(string path, int least, int most) =>
        Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");

    public void TooLong(string path, int most) => Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");

    public void NotOneOf(string path, string values) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{values}}}.");

    public void ThrowIfAny()
    {
        if (Any)
            throw new DiscordRefusal(400, 50035, "Invalid Form Body") { Errors = _tree, Details = string.Join("; ", _words) };
    }
}
