using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>
/// Reads parts, each once for as long as its text lives: a lease hands the same one over for every chat, and to read it and
/// to escape its text costs more than to send it.
/// </summary>
internal sealed class TelegramParts
{
    private readonly ConditionalWeakTable<string, ReadPart> _read = [];

    /// <summary>The part that <see cref="TelegramPart.Write"/> wrote; null for anything else.</summary>
    public ReadPart? TryRead(string part)
    {
        if (_read.TryGetValue(part, out var known))
            return known;
        if (TelegramPart.TryRead(part) is not { } content)
            return null;

        var read = new ReadPart(content, JsonEncodedText.Encode(content.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        _read.AddOrUpdate(part, read);
        return read;
    }
}

/// <summary>A part and its text as it stands in a request.</summary>
internal sealed record ReadPart(TelegramPart Content, JsonEncodedText Text);
