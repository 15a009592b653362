using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>What somebody typed, pressed or chose, as a platform's listener hands it over.</summary>
public sealed record CommandRequest
{
    /// <summary>Where it was asked.</summary>
    public required ChatId Chat { get; init; }

    /// <summary>The channel or forum that the chat is a thread or a post of; null where it is none.</summary>
    public ChatId? Parent { get; init; }

    /// <summary>The post where it was asked, where that stands for its forum and <see cref="Chat"/> is the forum.</summary>
    public ChatId? Post { get; init; }

    /// <summary>The platform's numeric id of the asker; rights are checked by it, never by a name.</summary>
    public required string User { get; init; }

    /// <summary>The command line without its slash and without an address such as <c>@name</c>: <c>section 2 ekonomi</c>.</summary>
    public required string Line { get; init; }

    /// <summary>The file that came with it; null for none.</summary>
    public AttachedFile? File { get; init; }

    /// <summary>A chat between the asker and the bot alone.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>True where it came from a button: the answer may replace the message that holds it.</summary>
    public bool IsButton { get; init; }

    /// <summary>Typed on the machine that runs the bot: whoever can do that is not kept out or held back.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The asker's language as the platform gives it (<c>id</c>, <c>en-GB</c>); decides until the chat has chosen.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the asker manages the chat; asked only where it matters, since it may cost a request.</summary>
    public required Func<CancellationToken, ValueTask<bool>> CanManage { get; init; }
}
