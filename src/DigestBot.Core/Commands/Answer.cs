using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>What a command says. A platform shows it as its users expect.</summary>
/// <param name="Message">The words and buttons.</param>
public sealed record Answer(Message Message)
{
    /// <summary>Only the asker should see it, where the platform can do that.</summary>
    public bool Private { get; init; }

    /// <summary>Asked by a button: it replaces the message that held the button, as paging does, instead of following it.</summary>
    public bool Replaces { get; init; }

    /// <summary>A plain answer of one or more paragraphs.</summary>
    public static Answer Of(params ReadOnlySpan<string> paragraphs) => new(Message.OfText(paragraphs));
}
