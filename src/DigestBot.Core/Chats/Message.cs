namespace DigestBot.Chats;

/// <summary>
/// Rich text that belongs to no platform: blocks in order and buttons below them. A renderer turns it into as many parts
/// as its platform's limits ask for. All texts in it are shown as they are: escaping is the renderer's work.
/// </summary>
public sealed record Message(IReadOnlyList<Block> Blocks)
{
    /// <summary>Rows of buttons under the last part.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Buttons { get; init; } = [];

    /// <summary>Delivered without a sound where the platform can.</summary>
    public bool Silent { get; init; }

    /// <summary>The platform is asked to pin the message, where it can and may.</summary>
    public bool Pin { get; init; }

    /// <summary>The platform's own rich form, such as folding sections, is tried first where it has one.</summary>
    public bool Rich { get; init; }

    /// <summary>The post that it goes into where the chat is a forum; null for a message like any other.</summary>
    public ForumPost? Post { get; init; }

    /// <summary>A message of plain paragraphs, one for each text.</summary>
    public static Message OfText(params ReadOnlySpan<string> paragraphs)
    {
        var blocks = new List<Block>(paragraphs.Length);
        foreach (var paragraph in paragraphs)
            blocks.Add(new TextBlock([new Span(paragraph)]));
        return new Message(blocks);
    }
}
