namespace DigestBot.Articles.Sentences;

/// <summary>Walks through a folded text from one end of a sentence to the next.</summary>
internal ref struct SentenceScanner(ReadOnlySpan<char> text)
{
    /// <summary>A bracket opened within a sentence holds no ends; one that is not closed within this length is ignored.</summary>
    private const int LongestBracket = 300;

    /// <summary>A text in brackets by itself is divided unless it is as short as a credit: "(Uu. Aulia / KR)".</summary>
    private const int LongestNote = 24;

    private readonly ReadOnlySpan<char> _text = text;
    private int _start;
    private int _firstLetter;
    private int _at;
    private int _bracketEnd;
    private bool _quoted;

    /// <summary>The index after the sentence that begins where the last one ended.</summary>
    public int NextEnd()
    {
        while (_at < _text.Length)
        {
            var step = _text[_at..].IndexOfAny(Marks.Stops);
            if (step < 0)
                break;

            _at += step;
            switch (_text[_at])
            {
                case '"':
                    _quoted = !_quoted;
                    _at++;
                    break;
                case '(' or '[':
                    PassBracket();
                    break;
                default:
                    if (EndsAt() is { } end)
                        return end;

                    break;
            }
        }

        _at = _text.Length;
        return _text.Length;
    }

    private void PassBracket()
    {
        var closer = _text[_at] == '(' ? ')' : ']';
        var window = _text.Slice(_at, Math.Min(LongestBracket, _text.Length - _at));
        var length = window.IndexOf(closer);
        if (_at == _start)
            // "(Laughter.)" ends at its stop, "(Uu. Aulia / KR)" only at its bracket.
            length = length <= LongestNote ? length - 1 : -1;
        if (length > 0)
            _bracketEnd = Math.Max(_bracketEnd, _at + length);
        _at++;
    }

    /// <summary>Passes the end marks here and what closes after them; the index after it all where a sentence ends with it.</summary>
    private int? EndsAt()
    {
        var mark = _at;
        while (_at < _text.Length && Marks.IsEndMark(_text[_at]))
            _at++;

        var marks = _at - mark;
        if (mark < _bracketEnd)
            return null;

        PassClosers();
        // An ellipsis or a mark that a sentence begins with does not end it.
        if (_at == _text.Length || !HasLetterBefore(mark))
            return null;

        var next = _text[_at] == ' ' ? _at + 1 : _at;
        return new Boundary(_text, _firstLetter, mark, marks, next).IsEnd ? Cut(next) : null;
    }

    private bool HasLetterBefore(int mark)
    {
        while (_firstLetter < mark && !char.IsLetterOrDigit(_text[_firstLetter]))
            _firstLetter++;
        return _firstLetter < mark;
    }

    private void PassClosers()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] == '"')
            {
                if (!_quoted && _at + 1 < _text.Length && _text[_at + 1] != ' ')
                    return;

                _quoted = false;
                _at++;
            }
            else if (Marks.IsCloser(_text[_at]) || IsBetweenNotes())
            {
                _at++;
            }
            else if (NoteLength() is var note and > 0)
            {
                _at += note;
            }
            else if (_quoted && _text[_at..] is [' ', '"'] or [' ', '"', ' ', ..])
            {
                _quoted = false;
                _at += 2;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>"tahunan.¹,² Laporan"</summary>
    private readonly bool IsBetweenNotes() =>
        _text[_at] is ',' or '⁻' && Marks.IsRaisedDigit(_text[_at - 1]) && _at + 1 < _text.Length && Marks.IsRaisedDigit(_text[_at + 1]);

    /// <summary>The length of a note's mark such as <c>[12]</c>; 0 where there is none.</summary>
    private readonly int NoteLength()
    {
        if (_text[_at] != '[')
            return 0;

        var end = _text.Slice(_at, Math.Min(6, _text.Length - _at)).IndexOf(']');
        return end > 1 && char.IsAsciiLetterOrDigit(_text[_at + 1]) ? end + 1 : 0;
    }

    private int Cut(int next)
    {
        var end = next > _at ? _at : next;
        _start = next;
        _firstLetter = next;
        _at = next;
        return end;
    }
}
