using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>Text with its entities while it is being put together. Everything that comes in is made inert here.</summary>
internal sealed class TelegramText
{
    private readonly StringBuilder _text = new();
    private readonly List<TelegramEntity> _entities = [];

    public int Length => _text.Length;

    public IReadOnlyList<TelegramEntity> Entities => _entities;

    public override string ToString() => _text.ToString();

    /// <summary>Appends words of an article.</summary>
    public TelegramText AppendQuoted(string text, TelegramStyle style = TelegramStyle.Plain, Uri? link = null) =>
        Append(text, style, link, LiveText.LiveInArticles());

    /// <summary>Appends text of the bot's own, whose commands can be tapped, or of an article in one style.</summary>
    public TelegramText Append(string text, TelegramStyle style = TelegramStyle.Plain, Uri? link = null) => Append(text, style, link, LiveText.Live());

    private TelegramText Append(string text, TelegramStyle style, Uri? link, Regex live)
    {
        var url = link is { IsAbsoluteUri: true } && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps) ? link.AbsoluteUri : null;
        text = LiveText.Dropped().Replace(text, "");
        if (style == TelegramStyle.Code || url is not null)
            return AppendInert(text, style, url);

        var at = 0;
        foreach (var match in live.EnumerateMatches(text))
        {
            AppendInert(text[at..match.Index], style);
            AppendInert(text.Substring(match.Index, match.Length), TelegramStyle.Code);
            at = match.Index + match.Length;
        }

        return AppendInert(text[at..], style);
    }

    /// <summary>Appends what was put together elsewhere.</summary>
    public TelegramText Append(string joint, TelegramText other)
    {
        if (Length > 0)
            _text.Append(joint);
        var shift = _text.Length;
        _text.Append(other._text);
        _entities.AddRange(other._entities.Select(entity => entity with { Offset = entity.Offset + shift }));
        return this;
    }

    /// <summary>A stretch of it, without the white space at its ends.</summary>
    public TelegramText Slice(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;

        var slice = new TelegramText();
        slice._text.Append(_text, start, end - start);
        slice._entities.AddRange(_entities.Select(entity => entity.Within(start, end)).OfType<TelegramEntity>());
        return slice;
    }

    private TelegramText AppendInert(string text, TelegramStyle style, string? url = null)
    {
        if (text.Length == 0)
            return this;

        var start = _text.Length;
        _text.Append(text);
        // Code takes no other style beside it; a link may carry one.
        if (url is not null)
            _entities.Add(new TelegramEntity(TelegramStyle.Link, start, text.Length, url));
        if (style != TelegramStyle.Plain && (url is null || style != TelegramStyle.Code))
            _entities.Add(new TelegramEntity(style, start, text.Length));
        return this;
    }
}
