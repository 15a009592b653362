using System.Globalization;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>
/// Reads what a subscription is to hold, in Indonesian or English: <c>geopolitik bagian: keamanan, ekonomi -referensi kata:
/// +kapal pendek top 5</c>. A plus is about words of the article; a minus too, but for one after <c>bagian:</c> and the names
/// that follow it, which is about sections. No pattern language. Pure.
/// </summary>
internal sealed class WantsText
{
    private static readonly string[] SectionLabels = ["bagian:", "sections:", "section:"];
    private static readonly string[] WordLabels = ["kata:", "words:", "word:"];
    private static readonly Dictionary<string, DigestLength> Lengths = new()
    {
        ["short"] = DigestLength.Short,
        ["pendek"] = DigestLength.Short,
        ["ringkas"] = DigestLength.Short,
        ["normal"] = DigestLength.Normal,
        ["sedang"] = DigestLength.Normal,
        ["long"] = DigestLength.Long,
        ["panjang"] = DigestLength.Long,
    };

    private readonly IReadOnlyList<WantsToken> _tokens;
    private readonly NameList _words = new();
    private readonly NameList _sections = new();
    private readonly List<string> _target = [];
    private NameList? _list;
    private WantsChange _change = new();
    private WantsProblem? _problem;
    private bool _targetEnded;
    private int _next;

    private WantsText(string line) => _tokens = WantsToken.Divide(line);

    public static WantsLine Parse(string line) => new WantsText(line).Read();

    /// <summary>Whether it says that names follow.</summary>
    public static bool IsLabel(string word) => ListNames.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> ListNames => [.. SectionLabels, .. WordLabels];

    private WantsLine Read()
    {
        while (_next < _tokens.Count && _problem is null)
            ReadOne(_tokens[_next++]);

        var words = _words.Result(ref _problem);
        var sections = _sections.Result(ref _problem);
        return new WantsLine(string.Join(' ', _target), _change with { Words = words, Sections = sections }, _problem);
    }

    private void ReadOne(WantsToken token)
    {
        if (!token.IsQuoted && !token.HasSign && (ReadLabel(token) || ReadOption(token)))
            return;

        if (token.Sign == '+' && _list == _sections)
            EndList();
        if (_list is not null)
            _list.Add(token);
        else if (token.HasSign)
            AddWord(token);
        else if (_targetEnded)
            _problem = new WantsProblem("Wants_Stray", token.Text);
        else
            _target.Add(token.Text);
        EndItem(token);
    }

    private bool ReadLabel(WantsToken token)
    {
        var list = SectionLabels.Contains(token.Text, StringComparer.OrdinalIgnoreCase) ? _sections
            : WordLabels.Contains(token.Text, StringComparer.OrdinalIgnoreCase) ? _words
            : null;
        if (list is null)
            return false;

        EndTarget();
        _list?.EndItem();
        _list = list;
        list.Begin(token.Text);
        return true;
    }

    private bool ReadOption(WantsToken token)
    {
        var word = token.Text.ToLowerInvariant();
        if (Lengths.TryGetValue(word, out var length))
            _change = _change with { Length = length };
        else if (word is "serial" or "bersambung")
            _change = _change with { Serial = true };
        else if (word is "utuh" or "whole")
            _change = _change with { Serial = false };
        else if (word is not ("top" or "teratas") || !ReadTop(token))
            return false;

        _list?.EndItem();
        EndTarget();
        return true;
    }

    /// <summary>A number has to follow, except where a name may begin with the word.</summary>
    private bool ReadTop(WantsToken token)
    {
        var follower = _next < _tokens.Count ? _tokens[_next] : default;
        if (follower.Text is null || !follower.Text.All(char.IsAsciiDigit))
        {
            if (_target.Count == 0 || _list is not null)
                return false;
            _problem = new WantsProblem("Wants_Top", token.Text);
            return true;
        }

        _next++;
        if (int.TryParse(follower.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= Wants.MostInFull)
            _change = _change with { Top = top == Selection.DefaultTop ? 0 : top };
        else
            _problem = new WantsProblem("Wants_Top", $"{token.Text} {follower.Text}");
        return true;
    }

    private void AddWord(WantsToken token)
    {
        EndTarget();
        _words.Begin(token.Typed);
        _words.Add(token);
        _words.EndItem();
    }

    private void EndItem(WantsToken token)
    {
        if (token.EndsItem)
            _list?.EndItem();
    }

    private void EndList()
    {
        _list?.EndItem();
        _list = null;
    }

    private void EndTarget() => _targetEnded |= _target.Count > 0;
}

/// <summary>What a line says: what is meant, what it is to hold, and what could not be understood.</summary>
internal sealed record WantsLine(string Target, WantsChange Change, WantsProblem? Problem);

/// <summary>A text key that says what to write instead of the word.</summary>
internal sealed record WantsProblem(string Key, string Word);
