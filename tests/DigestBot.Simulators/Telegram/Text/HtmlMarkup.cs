using System.Globalization;
using System.Text;

namespace DigestBot.Simulators.Telegram.Text;

/// <summary>The HTML that the Bot API takes, with its own messages for what it refuses. Not HTML: a strict little language.</summary>
internal sealed class HtmlMarkup
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<OpenTag> _open = new();
    private int _at;

    private HtmlMarkup(string source) => _source = source;

    public static (string Text, IReadOnlyList<TextEntity> Entities) Parse(string source) => new HtmlMarkup(source).Run();

    private (string Text, IReadOnlyList<TextEntity> Entities) Run()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at];
            if (c == '&')
                ReadReference();
            else if (c != '<')
                _text.Append(_source[_at++]);
            else if (_at + 1 < _source.Length && _source[_at + 1] == '/')
                ReadEndTag();
            else
                ReadStartTag();
        }

        if (_open.TryPeek(out var unclosed))
            throw Broken($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        return (_text.ToString(), _entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length).ToList());
    }

    private void ReadStartTag()
    {
        var start = _at;
        var close = _source.IndexOf('>', start);
        if (close < 0)
            throw Broken($"Unclosed start tag at byte offset {ByteOffset(start)}");

        var inside = _source[(start + 1)..close];
        var space = inside.IndexOf(' ', StringComparison.Ordinal);
        var name = (space < 0 ? inside : inside[..space]).ToLowerInvariant();
        var attributes = space < 0 ? "" : inside[(space + 1)..];
        if (TypeOf(name, attributes) is not { } type)
            throw Broken($"Unsupported start tag \"{name}\" at byte offset {ByteOffset(start)}");

        _open.Push(new OpenTag(name, type, _text.Length, name == "a" ? ValueOf(attributes, "href") : null));
        _at = close + 1;
    }

    private void ReadEndTag()
    {
        var start = _at;
        var close = _source.IndexOf('>', start);
        if (close < 0)
            throw Broken($"Unclosed end tag at byte offset {ByteOffset(start)}");

        var name = _source[(start + 2)..close].Trim().ToLowerInvariant();
        if (!_open.TryPop(out var tag))
            throw Broken($"Unexpected end tag at byte offset {ByteOffset(start)}");
        if (name.Length > 0 && name != tag.Name)
            throw Broken($"Unmatched end tag at byte offset {ByteOffset(start)}, expected \"</{tag.Name}>\", found \"</{name}>\"");

        var length = _text.Length - tag.Start;
        var url = tag.Name == "a" ? tag.Url ?? _text.ToString(tag.Start, length) : null;
        if (length > 0 && (tag.Name != "a" || Uri.IsWellFormedUriString(url, UriKind.Absolute)))
            _entities.Add(new TextEntity(tag.Type, tag.Start, length, url));
        _at = close + 1;
    }

    private void ReadReference()
    {
        var end = _source.IndexOf(';', _at);
        var name = end > _at && end - _at <= 10 ? _source[(_at + 1)..end] : "";
        var value = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) => FromCode(code),
            ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => FromCode(code),
            _ => null,
        };
        _text.Append(value ?? "&");
        _at = value is null ? _at + 1 : end + 1;
    }

    private static string? FromCode(int code) => Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : null;

    private static string? TypeOf(string name, string attributes) => name switch
    {
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "tg-spoiler" => "spoiler",
        "span" when ValueOf(attributes, "class") == "tg-spoiler" => "spoiler",
        "a" => "text_link",
        "code" => "code",
        "pre" => "pre",
        "blockquote" => attributes.Contains("expandable", StringComparison.Ordinal) ? "expandable_blockquote" : "blockquote",
        _ => null,
    };

    private static string? ValueOf(string attributes, string name)
    {
        var at = attributes.IndexOf(name + "=\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;

        var from = at + name.Length + 2;
        var to = attributes.IndexOf('"', from);
        return to < 0 ? null : attributes[from..to].Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private int ByteOffset(int at) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, at));

    private static TelegramException Broken(string why) => TelegramException.BadRequest($"can't parse entities: {why}");

    private sealed record OpenTag(string Name, string Type, int Start, string? Url);
}
