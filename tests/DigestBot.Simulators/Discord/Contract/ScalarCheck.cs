using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigestBot.Simulators.Discord.Contract;

/// <summary>Lengths, counts, ranges and formats.</summary>
internal static class ScalarCheck
{
    public static void Check(JsonElement schema, JsonElement value, string place, List<string> problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Within(schema, "minLength", "maxLength", value.GetString()!.Length, $"{place}'s length", problems);
                CheckText(schema, value.GetString()!, place, problems);
                break;
            case JsonValueKind.Number:
                Within(schema, "minimum", "maximum", value.GetDouble(), place, problems);
                break;
            case JsonValueKind.Array:
                Within(schema, "minItems", "maxItems", value.GetArrayLength(), $"{place}'s count", problems);
                if (schema.TryGetProperty("uniqueItems", out _) &&
                    value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() != value.GetArrayLength())
                    problems.Add($"{place} holds something twice");
                break;
            case JsonValueKind.Object:
                Within(schema, "minProperties", "maxProperties", value.EnumerateObject().Count(), $"{place}'s count", problems);
                break;
        }
    }

    private static void CheckText(JsonElement schema, string text, string place, List<string> problems)
    {
        if (schema.TryGetProperty("pattern", out var pattern) && !Fits(pattern.GetString()!, text))
            problems.Add($"{place} does not match {pattern}");
        if (!schema.TryGetProperty("format", out var format))
            return;

        var fits = format.GetString() switch
        {
            "snowflake" => World.Snowflakes.TryParse(text) is not null,
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!fits)
            problems.Add($"{place} is no {format}");
    }

    /// <summary>
    /// The contract's patterns are written for an engine that knows scripts, which this one's names of blocks do not cover.
    /// </summary>
    private static bool Fits(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static void Within(JsonElement schema, string least, string most, double number, string what, List<string> problems)
    {
        if (schema.TryGetProperty(least, out var low) && number < low.GetDouble())
            problems.Add($"{what} {number} is below {low}");
        if (schema.TryGetProperty(most, out var high) && number > high.GetDouble())
            problems.Add($"{what} {number} is above {high}");
    }
}
