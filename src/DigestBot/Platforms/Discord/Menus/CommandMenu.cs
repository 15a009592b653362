using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Discord.Interactions;

namespace DigestBot.Platforms.Discord.Menus;

/// <summary>The slash commands, made from the list that help is made from.</summary>
internal static class CommandMenu
{
    /// <summary>The argument that asks for an answer nobody else sees.</summary>
    public const string PrivateOption = "private";

    private const int LongestDescription = 100;
    private const int InServers = 0;
    private const int WithTheBot = 1;

    private static readonly string[] CanBePrivate = ["section", "digest", "search"];

    /// <summary>Discord's names of the bot's languages.</summary>
    private static readonly (string Locale, Words Words)[] Locales = [("id", Words.Indonesian), ("en-US", Words.English), ("en-GB", Words.English)];

    /// <summary>Those for operators only where an operator is on Discord: servers show them to administrators alone, and who runs them is checked.</summary>
    public static ApplicationCommand[] Of(IEnumerable<CommandInfo> commands, bool forOperators = false) =>
        [.. commands.Where(command => forOperators || command.Access != CommandAccess.Operator).Select(Of)];

    private static ApplicationCommand Of(CommandInfo command) => new()
    {
        Name = command.Name,
        NameLocalizations = Localized(command.NameIn),
        Description = Short(command.SummaryIn(Words.English)),
        DescriptionLocalizations = Localized(words => Short(command.SummaryIn(words))),
        Type = 1,
        Options = Options(command) is { Count: > 0 } options ? options : null,
        DefaultMemberPermissions = command.Access switch
        {
            CommandAccess.Manager => InteractionRequests.ManageServer.ToString(CultureInfo.InvariantCulture),
            CommandAccess.Operator => "0",
            _ => null,
        },
        Contexts = [InServers, WithTheBot],
        IntegrationTypes = [0],
    };

    /// <summary>Discord takes what is required before what is not.</summary>
    private static IReadOnlyList<CommandOption> Options(CommandInfo command)
    {
        var options = command.Parameters.OrderByDescending(parameter => parameter.Required).Select(Of);
        return [.. CanBePrivate.Contains(command.Name) ? options.Append(Private()) : options];
    }

    private static CommandOption Of(CommandParameter parameter) => new()
    {
        Type = parameter.IsFile ? CommandOption.Attachment : CommandOption.Text,
        Name = parameter.Name,
        NameLocalizations = Localized(words => words == Words.Indonesian ? parameter.IndonesianName : parameter.Name),
        Description = Short(parameter.DescriptionIn(Words.English)),
        DescriptionLocalizations = Localized(words => Short(parameter.DescriptionIn(words))),
        Required = parameter.Required ? true : null,
        Autocomplete = parameter.Suggests == Suggestions.None ? null : true,
    };

    private static CommandOption Private() => new()
    {
        Type = CommandOption.YesNo,
        Name = PrivateOption,
        NameLocalizations = Localized(words => words["Discord_PrivateName"]),
        Description = Short(Words.English["Discord_Private"]),
        DescriptionLocalizations = Localized(words => Short(words["Discord_Private"])),
    };

    private static SortedDictionary<string, string> Localized(Func<Words, string> text)
    {
        var localized = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (locale, words) in Locales)
            localized[locale] = text(words);
        return localized;
    }

    private static string Short(string text) => Labels.Short(text, LongestDescription);
}
