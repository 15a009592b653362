using System.Runtime.CompilerServices;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>
/// Reads parts, each once for as long as its text lives: a lease hands the same one over for every chat, and to read it and
/// to write what is asked costs more than to send it.
/// </summary>
/// <param name="paid">Whether messages may be paid for.</param>
internal sealed class TelegramParts(bool paid)
{
    private readonly ConditionalWeakTable<string, ReadPart> _read = [];

    /// <summary>The part that <see cref="TelegramPart.Write"/> wrote; null for anything else.</summary>
    public ReadPart? TryRead(string part)
    {
        if (_read.TryGetValue(part, out var known))
            return known;
        if (TelegramPart.TryRead(part) is not { } content)
            return null;

        var read = new ReadPart(content, paid);
        _read.AddOrUpdate(part, read);
        return read;
    }
}

/// <summary>A part and what is asked of Telegram for it.</summary>
internal sealed class ReadPart(TelegramPart content, bool paid)
{
    private readonly Lazy<TelegramPartBody> _body = new(() => new TelegramPartBody(content, paid));
    private readonly Lazy<ReadPart> _plain = new(() => new ReadPart(content with { Rich = null }, paid));
    private readonly Lazy<ReadPart> _bare = new(() => new ReadPart(content with { Rich = null, Entities = null }, paid));

    public TelegramPart Content => content;

    public TelegramPartBody Body => _body.Value;

    /// <summary>Telegram has refused the rich form of this very part.</summary>
    public bool IsRichRefused { get; set; }

    /// <summary>The same without its rich form.</summary>
    public ReadPart Plain => content.Rich is null ? this : _plain.Value;

    /// <summary>The same without any styles.</summary>
    public ReadPart Bare => _bare.Value;
}
