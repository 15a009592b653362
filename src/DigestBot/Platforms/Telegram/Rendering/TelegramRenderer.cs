using System.Globalization;
using System.Text;
using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>
/// Turns a message into Telegram's parts. Styles are entities beside the text, never markup within it: what an article
/// says can't become markup. Pure.
/// </summary>
internal static class TelegramRenderer
{
    private const int LongestLabel = 40;

    /// <summary>Room for <c>\n\n(99/99)</c> and more.</summary>
    private const int LongestMark = 16;

    public static IReadOnlyList<TelegramPart> Render(Message message)
    {
        var pieces = TelegramPieces.Of(message);
        var texts = TelegramPacking.Pack(pieces, TelegramPart.LongestText);
        if (texts.Count > 1)
            texts = Mark(TelegramPacking.Pack(pieces, TelegramPart.LongestText - LongestMark));

        var buttons = Buttons(message.Buttons);
        return [.. texts.Select((text, index) => new TelegramPart(text.ToString())
        {
            Entities = text.Entities.Count > 0 ? text.Entities : null,
            // Clients were seen to show long rich messages in part: what needs more than one message goes plain.
            Rich = message.Rich && texts.Count == 1 ? TelegramRich.TryWrite(message) : null,
            Buttons = index == texts.Count - 1 && buttons.Count > 0 ? buttons : null,
            Silent = message.Silent || index > 0,
            Pin = message.Pin && index == 0,
        })];
    }

    private static IReadOnlyList<TelegramText> Mark(IReadOnlyList<TelegramText> parts) =>
        [.. parts.Select((part, index) => part.Append(
            TelegramPiece.BetweenBlocks,
            new TelegramText().Append(string.Create(CultureInfo.InvariantCulture, $"({index + 1}/{parts.Count})"))))];

    private static IReadOnlyList<IReadOnlyList<Button>> Buttons(IReadOnlyList<IReadOnlyList<Button>> rows) =>
        [.. rows.Where(row => row.Count > 0).Select(row => row.Select(Checked).ToArray())];

    private static Button Checked(Button button)
    {
        var bytes = Encoding.UTF8.GetByteCount(button.Action);
        return bytes is > 0 and <= Button.LongestAction
            ? button with { Label = Shorten(InertText.CleanLine(button.Label)) }
            : throw new ArgumentException($"a button's action has 1 to {Button.LongestAction} bytes, not {bytes}: {button.Label}", nameof(button));
    }

    private static string Shorten(string label)
    {
        if (label.Length <= LongestLabel)
            return label.Length > 0 ? label : "…";

        var end = 0;
        while (StringInfo.GetNextTextElementLength(label, end) is var length && end + length <= LongestLabel - 1)
            end += length;
        return label[..end].TrimEnd() + "…";
    }
}
