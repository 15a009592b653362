using System.Buffers.Text;
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
    public const int TagLength = 12;

    /// <summary>Six bits a character.</summary>
    private const int TagBytes = TagLength * 6 / 8;

    /// <summary>Made once and used under a lock: to make one costs more than to use it, and a broadcast has thousands of buttons a second.</summary>
    private readonly IncrementalHash _hash = IncrementalHash.CreateHMAC(
        HashAlgorithmName.SHA256, SHA256.HashData(Encoding.UTF8.GetBytes("buttons of " + options.Value.Token)));

    public InlineKeyboardMarkup? Keyboard(IReadOnlyList<IReadOnlyList<Button>>? rows, ChatId chat) => rows is null
        ? null
        : new InlineKeyboardMarkup(rows.Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(button.Label, Write(button.Action, chat)))));

    public string Write(string action, ChatId chat)
    {
        Span<byte> tag = stackalloc byte[TagLength];
        Tag(action, chat, tag);
        return Join(Encoding.ASCII.GetString(tag), action);
    }

    /// <summary>What a button with this tag carries.</summary>
    public static string Join(string tag, string action) => $"{tag} {action}";

    /// <summary>Writes an action's tag in a chat, <see cref="TagLength"/> letters, digits, dashes and underscores in ASCII.</summary>
    public void Tag(string action, ChatId chat, Span<byte> tag)
    {
        var signed = Encoding.UTF8.GetBytes($"{chat}\n{action}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        lock (_hash)
        {
            _hash.AppendData(signed);
            _hash.GetHashAndReset(hash);
        }

        Base64Url.EncodeToUtf8(hash[..TagBytes], tag);
    }

    /// <summary>The command line that a button of this chat carries; null for anything else.</summary>
    public string? TryRead(string? data, ChatId chat)
    {
        if (data is null || data.Length < TagLength + 2 || data[TagLength] != ' ')
            return null;

        var action = data[(TagLength + 1)..];
        var given = Encoding.UTF8.GetBytes(data[..TagLength]);
        Span<byte> tag = stackalloc byte[TagLength];
        Tag(action, chat, tag);
        return CryptographicOperations.FixedTimeEquals(given, tag) ? action : null;
    }

    public void Dispose() => _hash.Dispose();
}
