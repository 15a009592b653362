using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>An argument that is being typed, as autocomplete hands it over.</summary>
public sealed record SuggestionRequest
{
    /// <summary>Where it is typed.</summary>
    public required ChatId Chat { get; init; }

    /// <summary>The channel or forum that the chat is a thread or a post of; null where it is none.</summary>
    public ChatId? Parent { get; init; }

    /// <summary>The platform's numeric id of who types.</summary>
    public required string User { get; init; }

    /// <summary>The command's name or alias.</summary>
    public required string Command { get; init; }

    /// <summary>The parameter's <see cref="CommandParameter.Name"/>.</summary>
    public required string Parameter { get; init; }

    /// <summary>What stands there so far; may be empty.</summary>
    public required string Typed { get; init; }

    /// <summary>The article typed already, where sections are asked for.</summary>
    public string Article { get; init; } = "";

    /// <summary>The asker's language; the chat's own choice goes before it.</summary>
    public string? Language { get; init; }
}

/// <summary>One thing to choose.</summary>
/// <param name="Label">What is shown; 1 to 100 characters.</param>
/// <param name="Value">What is put on the command line; 1 to 100 characters.</param>
public sealed record Choice(string Label, string Value);
