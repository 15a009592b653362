using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Simulators.Discord.Rules;

/// <summary>Whom a content rings: what it names, as far as <c>allowed_mentions</c> lets it.</summary>
internal static partial class MentionRules
{
    private static readonly string[] Kinds = ["roles", "users", "everyone"];

    public static void Check(FieldReader message)
    {
        if (message.Object("allowed_mentions") is not { } allowed)
            return;

        var list = allowed.List("parse", 3);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i]?.ToString() is not { } kind || !Kinds.Contains(kind))
                allowed.Errors.NotOneOf($"{allowed.At("parse")}.{i}", "'roles', 'users', 'everyone'");
            else if (kind != "everyone" && allowed.List(kind, 100).Count > 0)
                allowed.Errors.Add(
                    allowed.At(kind), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        }

        allowed.Flag("replied_user");
    }

    /// <param name="content">What is read; embeds ring nobody.</param>
    /// <param name="allowed">The field of that name; null where it is left out.</param>
    /// <param name="asInteraction">True where nothing but people is rung by default.</param>
    public static IReadOnlyList<string> Pings(string content, JsonObject? allowed, bool asInteraction)
    {
        string[] parse = allowed is null
            ? asInteraction ? ["users"] : Kinds
            : [.. (allowed["parse"] as JsonArray ?? []).Select(kind => kind!.ToString())];
        var named = new HashSet<string>(
            ((string[])["users", "roles"]).SelectMany(kind => allowed?[kind] as JsonArray ?? []).Select(id => id!.ToString()));
        var pings = new List<string>();
        foreach (Match match in Mention().Matches(content))
        {
            var id = match.Groups["id"].Value;
            var rings = id.Length == 0
                ? parse.Contains("everyone")
                : parse.Contains(match.Groups["role"].Success ? "roles" : "users") || named.Contains(id);
            if (rings)
                pings.Add(id.Length == 0 ? match.Value[1..] : id);
        }

        return pings;
    }

    [GeneratedRegex(@"@everyone|@here|<@!?(?<id>\d+)>|<@(?<role>&)(?<id>\d+)>")]
    private static partial Regex Mention();
}
