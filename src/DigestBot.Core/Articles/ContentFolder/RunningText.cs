using System.Text;

namespace DigestBot.Articles.ContentFolder;

/// <summary>The words of one paragraph as a reader comes upon them, run by run.</summary>
internal sealed class RunningText
{
    private const string HugsTheWordBefore = ",.;:!?)";

    private readonly StringBuilder _text = new();
    private bool _isAfterGap;

    public int Length => _text.Length;

    public void Append(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty)
            return;

        // "Sabtu ~~30 November~~, pukul 9" is neither "Sabtu , pukul 9" nor, after another comma, "Sabtu,, pukul 9".
        while (_isAfterGap && HugsTheWordBefore.Contains(words[0], StringComparison.Ordinal) && _text.Length > 0 && char.IsWhiteSpace(_text[^1]))
            _text.Length--;
        if (_isAfterGap && words[0] == ',' && _text.Length > 0 && _text[^1] == ',')
            words = words[1..];
        _isAfterGap = false;
        _text.Append(words);
    }

    /// <summary>Something stands here that is not read.</summary>
    public void LeaveOut() => _isAfterGap = true;

    /// <summary>What was appended from there on.</summary>
    public string From(int start) => start < _text.Length ? _text.ToString(start, _text.Length - start) : "";

    /// <summary>Takes back what was appended from there on.</summary>
    public void CutTo(int length) => _text.Length = Math.Min(length, _text.Length);

    /// <summary>All of it; the next paragraph begins.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        _isAfterGap = false;
        return text;
    }
}
