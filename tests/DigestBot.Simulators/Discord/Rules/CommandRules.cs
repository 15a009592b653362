using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestBot.Simulators.Discord.Rules;

/// <summary>Slash commands: names, descriptions, their translations, and options.</summary>
internal static partial class CommandRules
{
    private const int MostCharacters = 8000;

    public static void Check(JsonArray commands, FormErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < commands.Count; i++)
        {
            if (commands[i] is not JsonObject command)
            {
                errors.Add($"{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            var reader = new FieldReader(command, $"{i}", errors);
            CheckCommand(reader);
            if (command["name"]?.ToString() is { } name && !names.Add(name))
                errors.Add($"{i}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
    }

    private static void CheckCommand(FieldReader command)
    {
        if (command.Number("type") is { } type && type != 1)
            command.Errors.NotOneOf(command.At("type"), "1");
        var characters = CheckNamed(command) + OptionRules.Check(command);
        if (characters > MostCharacters)
            command.Errors.Add(
                command.At("description"), "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
        if (command.Text("default_member_permissions", 25) is { } bits && !ulong.TryParse(bits, out _))
            command.Errors.Add(command.At("default_member_permissions"), "NUMBER_TYPE_COERCE", "Value is not a bit set");
        CheckSet(command, "contexts", 3, 2);
        CheckSet(command, "integration_types", 2, 1);
        command.Flag("nsfw");
        command.Flag("dm_permission");
    }

    /// <summary>Checks a name and a description with their translations; returns how many characters the longest take.</summary>
    internal static int CheckNamed(FieldReader item)
    {
        var name = item.Text("name", 32, 1, required: true);
        if (name is not null && !FitsName(name))
            item.Errors.Add(item.At("name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        var description = item.Text("description", 100, 1, required: true);
        return Math.Max(name?.Length ?? 0, Locales.Check(item, "name_localizations", 1, 32, FitsName)) +
            Math.Max(description?.Length ?? 0, Locales.Check(item, "description_localizations", 1, 100));
    }

    private static bool FitsName(string name) => Name().IsMatch(name) && !name.Any(char.IsUpper);

    private static void CheckSet(FieldReader command, string name, int most, int highest)
    {
        var list = command.List(name, most);
        var fits = list.All(item => item?.GetValueKind() == JsonValueKind.Number && item.GetValue<int>() is var number &&
            number >= 0 && number <= highest);
        if (!fits || list.Select(item => item!.ToString()).Distinct().Count() != list.Count)
            command.Errors.NotOneOf(command.At(name), $"0 to {highest}, each once");
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$")]
    private static partial Regex Name();
}
