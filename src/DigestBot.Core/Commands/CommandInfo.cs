using DigestBot.Chats;
using DigestBot.Commands.Grammar;

namespace DigestBot.Commands;

/// <summary>
/// What a command is called and what it takes. Its words stand in the text resources in both languages:
/// <c>Command_name_Summary</c> (one line, at most 100 characters: menus show it) and <c>Command_name_Examples</c>
/// (one example a line).
/// </summary>
/// <param name="Name">Lower-case ASCII, 1 to 32 characters, without a slash.</param>
/// <param name="Aliases">Other names, Indonesian first; the first is Discord's Indonesian name.</param>
/// <param name="Access">Who may.</param>
/// <param name="Parameters">In the order of typing. The last takes the rest of the line.</param>
public sealed record CommandInfo(
    string Name,
    IReadOnlyList<string> Aliases,
    CommandAccess Access,
    IReadOnlyList<CommandParameter> Parameters)
{
    /// <summary>
    /// It is about the chat itself, what it gets and when: while another chat is managed from a private one, it acts there. What
    /// only those who manage a chat may do is.
    /// </summary>
    public bool IsAboutChat { get; init; } = Access == CommandAccess.Manager;

    /// <summary>What the command is called in a language: its first alias where that is Indonesian.</summary>
    public string NameIn(Words words) => words == Words.Indonesian && Aliases.Count > 0 ? Aliases[0] : Name;

    /// <summary>One line that says what it does; menus show it.</summary>
    public string SummaryIn(Words words) => words[$"Command_{Name}_Summary"];

    /// <summary>Command lines to try, without the slash.</summary>
    public IReadOnlyList<string> ExamplesIn(Words words) =>
        words[$"Command_{Name}_Examples"].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the name or an alias is this, whatever its case.</summary>
    public bool IsCalled(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>One argument. Its description stands in the resources as <c>Parameter_name</c> in both languages.</summary>
/// <param name="Name">Lower-case English name; Discord shows it.</param>
/// <param name="IndonesianName">Discord's Indonesian name.</param>
/// <param name="Required">Whether the command asks for it.</param>
/// <param name="Suggests">What autocomplete offers for it.</param>
public sealed record CommandParameter(string Name, string IndonesianName, bool Required, Suggestions Suggests = Suggestions.None)
{
    /// <summary>It is a file that comes along, where a platform has fields for arguments.</summary>
    public bool IsFile { get; init; }

    /// <summary>What stands before it on the command line where it was filled in by name: <c>words:</c>, with names behind it; empty for nothing.</summary>
    public string Label { get; init; } = "";

    /// <summary>What is typed on a command line for what was filled in.</summary>
    public string Typed(string value) => Label.Length == 0 || value.Length == 0 ? value : $"{Label} {QuotedNames.Of(value)}";

    /// <summary>What it stands for.</summary>
    public string DescriptionIn(Words words) => words[$"Parameter_{Name}"];
}

/// <summary>Who may run a command.</summary>
public enum CommandAccess
{
    /// <summary>Whoever can write in the chat.</summary>
    Anyone,

    /// <summary>In a group, channel or server: those who manage it. In a private chat: its owner.</summary>
    Manager,

    /// <summary>The operators named in the settings.</summary>
    Operator,
}

/// <summary>What can be offered while an argument is typed.</summary>
public enum Suggestions
{
    /// <summary>Nothing: it is free text.</summary>
    None,

    /// <summary>Articles.</summary>
    Article,

    /// <summary>Sections of the article already typed.</summary>
    Section,

    /// <summary>Topics.</summary>
    Topic,

    /// <summary>Articles and topics.</summary>
    ArticleOrTopic,

    /// <summary>The chat's own subscriptions.</summary>
    Subscription,

    /// <summary>Time zones.</summary>
    Zone,

    /// <summary>The bot's languages.</summary>
    Language,

    /// <summary>Sections that have the words typed so far.</summary>
    SearchResult,
}
