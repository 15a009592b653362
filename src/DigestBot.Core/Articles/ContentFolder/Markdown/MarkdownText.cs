using Markdig.Syntax.Inlines;

namespace DigestBot.Articles.ContentFolder.Markdown;

/// <summary>
/// The words of one block as they are read: links keep their text; images and what is struck out are left out. Of the tags that
/// stand in a line, a break is a blank, and <c>sup</c>, <c>sub</c>, <c>del</c>, <c>s</c> and <c>strike</c> mean what they mean in HTML.
/// </summary>
internal sealed class MarkdownText
{
    private readonly RunningText _text = new();
    private readonly Stack<(string Name, int Start)> _open = new();

    /// <summary>Where the last link to a place in a page stands.</summary>
    private (int Start, int End) _link;

    public static string Of(ContainerInline? inlines)
    {
        var text = new MarkdownText();
        text.Append(inlines);
        return text._text.Take();
    }

    private void Append(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
            Append(inline);
    }

    private void Append(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                _text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                _text.Append(code.ContentSpan);
                break;
            case LineBreakInline:
                _text.Append(" ");
                break;
            case HtmlEntityInline entity:
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                _text.Append(link.Url);
                break;
            case HtmlInline tag:
                Read(tag.Tag);
                break;
            case LinkInline { IsImage: true } or EmphasisInline { DelimiterChar: '~' }:
                _text.LeaveOut();
                break;
            case DelimiterInline delimiter:
                // A mark that opened nothing: Markdig's own renderer writes it out, too.
                _text.Append(delimiter.ToLiteral());
                Append((ContainerInline)delimiter);
                break;
            case ContainerInline container:
                var start = _text.Length;
                Append(container);
                if (container is LinkInline { Url: var url } && NoteMarks.IsPlace(url))
                    _link = (start, _text.Length);
                break;
            default:
                break;
        }
    }

    private void Read(string tag)
    {
        var isEnd = tag.StartsWith("</", StringComparison.Ordinal);
        var name = Sentences.Words.Leading(tag.AsSpan(isEnd ? 2 : 1)).ToString().ToLowerInvariant();
        if (name == "br")
            _text.Append(" ");
        else if (name is "sup" or "sub" or "del" or "s" or "strike" || name == "a" && (isEnd || NoteMarks.IsPlace(tag)))
            Mark(name, isEnd);
    }

    /// <summary>A tag that nothing closes changes nothing: what follows it would be lost.</summary>
    private void Mark(string name, bool isEnd)
    {
        if (!isEnd)
            _open.Push((name, _text.Length));
        else if (_open.TryPeek(out var open) && open.Name == name)
            Close(name, _open.Pop().Start);
    }

    private void Close(string name, int start)
    {
        if (name == "a")
        {
            _link = (start, _text.Length);
            return;
        }

        if (name is not ("sup" or "sub"))
            LeaveOutFrom(start);
        else if (_text.Length - start <= ScriptDigits.Longest)
            SetScript(name, start);
    }

    private void SetScript(string name, int start)
    {
        var written = _text.From(start);
        if (name == "sup" && written.Length > 0 && (NoteMarks.IsBracketed(written) || _link == (start, _text.Length)))
        {
            LeaveOutFrom(start);
            return;
        }

        _text.CutTo(start);
        _text.Append(name == "sup" ? ScriptDigits.Raise(written) : ScriptDigits.Lower(written));
    }

    private void LeaveOutFrom(int start)
    {
        _text.CutTo(start);
        _text.LeaveOut();
    }
}
