using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Discord.Menus;
using DigestBot.Platforms.Discord.Rendering;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>Reads interactions as what the bot's commands take.</summary>
internal static class InteractionRequests
{
    /// <summary>Administrators may do everything; who manages the server may change what the bot does in it.</summary>
    private const ulong Administrator = 1UL << 3;

    /// <summary>The permission to manage the server, which menus ask for too.</summary>
    public const ulong ManageServer = 1UL << 5;

    /// <summary>The command that was called or pressed; null where it is none, or nobody can be told by it.</summary>
    public static CommandRequest? TryRead(Interaction interaction, IReadOnlyList<CommandInfo> commands)
    {
        var line = interaction.Type == Kind.Component ? Pressed(interaction.Data) : Typed(interaction.Data, commands);
        if (line is null || interaction is not { Where: { Length: > 0 } channel, Asker: { Length: > 0 } asker })
            return null;

        return new CommandRequest
        {
            Chat = DiscordPlatform.Chat(channel),
            Parent = ParentOf(interaction),
            User = asker,
            Line = line,
            IsPrivate = !interaction.IsInServer,
            IsButton = interaction.Type == Kind.Component,
            Language = interaction.Locale,
            CanManage = _ => new(IsManager(interaction)),
        };
    }

    /// <summary>The argument that is being typed; null where it is none.</summary>
    public static SuggestionRequest? TryReadTyping(Interaction interaction, IReadOnlyList<CommandInfo> commands)
    {
        var options = interaction.Data?.Options ?? [];
        if (interaction.Where is not { Length: > 0 } channel || options.FirstOrDefault(option => option.Focused == true) is not { Name: { } typing } focused)
            return null;

        var command = commands.FirstOrDefault(command => command.IsCalled(interaction.Data!.Name ?? ""));
        var article = command?.Parameters.FirstOrDefault(parameter => parameter.Suggests == Suggestions.Article);
        return new SuggestionRequest
        {
            Chat = DiscordPlatform.Chat(channel),
            Parent = ParentOf(interaction),
            User = interaction.Asker ?? "",
            Command = interaction.Data!.Name ?? "",
            Parameter = typing,
            Typed = focused.Text,
            Article = options.FirstOrDefault(option => option.Name == article?.Name)?.Text ?? "",
            Language = interaction.Locale,
        };
    }

    /// <summary>The asker wants to see the answer alone.</summary>
    public static bool IsAskedInPrivate(Interaction interaction) =>
        interaction.Data?.Options?.Any(option => option.Name == CommandMenu.PrivateOption && option.Text == "true") == true;

    /// <summary>Whether permissions are those of somebody who manages the server.</summary>
    public static bool MayManage(ulong permissions) => (permissions & (Administrator | ManageServer)) != 0;

    private static ChatId? ParentOf(Interaction interaction) => interaction.Parent is { Length: > 0 } parent ? DiscordPlatform.Chat(parent) : null;

    private static string? Pressed(InteractionData? data) => ActionRows.TryRead(data?.Values is [var chosen, ..] ? chosen : data?.CustomId);

    /// <summary>The arguments in the order in which the command takes them, whatever the order in which they were filled in.</summary>
    private static string? Typed(InteractionData? data, IReadOnlyList<CommandInfo> commands)
    {
        if (data?.Name is not { Length: > 0 } name)
            return null;

        var options = data.Options ?? [];
        var parameters = commands.FirstOrDefault(command => command.IsCalled(name))?.Parameters ?? [];
        var values = parameters.Where(parameter => !parameter.IsFile).Select(parameter =>
            parameter.Typed(InertText.CleanLine(options.FirstOrDefault(option => option.Name == parameter.Name)?.Text ?? "")));
        return string.Join(' ', values.Prepend(InertText.CleanLine(name)).Where(word => word.Length > 0));
    }

    private static bool IsManager(Interaction interaction) =>
        !interaction.IsInServer ||
        (ulong.TryParse(interaction.Member?.Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var permissions) &&
            MayManage(permissions));
}
