using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>What a command says. A platform shows it as its users expect.</summary>
/// <param name="Message">The words and buttons.</param>
public sealed record Answer(Message Message)
{
    /// <summary>Only the asker should see it, where the platform can do that.</summary>
    public bool Private { get; init; }

    /// <summary>
    /// It concerns nobody else: a platform that can't show it to the asker alone where it was asked sends it to the asker's own
    /// conversation with the bot.
    /// </summary>
    public bool IsAskersAlone { get; init; }

    /// <summary>It says that all about the chat is erased: a platform keeps no record of it either, and sends it past the ledger.</summary>
    public bool LeavesNoRecord { get; init; }

    /// <summary>The same as a file, which a platform that can sends in place of the message; where it is not taken, the message follows.</summary>
    public AnswerFile? File { get; init; }

    /// <summary>The language it is in, for what a platform has to add to it.</summary>
    public string? Language { get; init; }

    /// <summary>Asked by a button: it replaces the message that held the button, as paging does, instead of following it.</summary>
    public bool Replaces { get; init; }

    /// <summary>An answer of these blocks.</summary>
    public static Answer Of(params IReadOnlyList<Block> blocks) => new(new Message(blocks));

    /// <summary>The same with rows of buttons under it; a row that is empty is left out.</summary>
    public Answer With(params IEnumerable<IReadOnlyList<Button>> rows) =>
        this with { Message = Message with { Buttons = [.. Message.Buttons, .. rows.Where(row => row.Count > 0)] } };

    /// <summary>The same with a block above all else that it says.</summary>
    public Answer Below(Block block)
    {
        return this with { Message = Put(Message), File = File is { } file ? file with { Caption = Put(file.Caption) } : null };

        Message Put(Message message) => message with { Blocks = [block, .. message.Blocks] };
    }

    /// <summary>The same, for the asker's eyes where the platform can do that.</summary>
    public Answer ForAsker() => this with { Private = true };
}
