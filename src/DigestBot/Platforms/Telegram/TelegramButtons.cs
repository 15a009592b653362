using System.Security.Cryptography;
using System.Text;
using DigestBot.Chats;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types.ReplyMarkups;

namespace DigestBot.Platforms.Telegram;

/// <summary>
/// Writes and reads what a button carries: a tag and the command line. The tag binds the line to its chat with a key that
/// only this bot has, so that a changed client can neither make up a line nor carry one over from another chat.
/// </summary>
internal sealed class TelegramButtons(IOptions<TelegramOptions> options) : IDisposable
{
    /// <summary>With the tag and a blank before it, the longest action is 61 of Telegram's 64 bytes.</summary>
    private const int TagLength = 12;

    /// <summary>Made once and used under a lock: to make one costs more than to use it, and a broadcast has thousands of buttons a second.</summary>
    private readonly IncrementalHash _hash = IncrementalHash.CreateHMAC(
        HashAlgorithmName.SHA256, SHA256.HashData(Encoding.UTF8.GetBytes("buttons of " + options.Value.Token)));

    public InlineKeyboardMarkup? Keyboard(IReadOnlyList<IReadOnlyList<Button>>? rows, ChatId chat) => rows is null
        ? null
        : new InlineKeyboardMarkup(rows.Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(button.Label, Write(button.Action, chat)))));

    public string Write(string action, ChatId chat) => $"{Tag(action, chat)} {action}";

    /// <summary>The command line that a button of this chat carries; null for anything else.</summary>
    public string? TryRead(string? data, ChatId chat)
    {
        if (data is null || data.Length < TagLength + 2 || data[TagLength] != ' ')
            return null;

        var action = data[(TagLength + 1)..];
        var given = Encoding.UTF8.GetBytes(data[..TagLength]);
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Tag(action, chat))) ? action : null;
    }

    public void Dispose() => _hash.Dispose();

    private string Tag(string action, ChatId chat)
    {
        var signed = Encoding.UTF8.GetBytes($"{chat}\n{action}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        lock (_hash)
        {
            _hash.AppendData(signed);
            _hash.GetHashAndReset(hash);
        }

        return Convert.ToBase64String(hash)[..TagLength].Replace('+', '-').Replace('/', '_');
    }
}
