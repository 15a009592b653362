using System.Globalization;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>
/// Reads what a subscription is to hold, in Indonesian or English: <c>geopolitik bagian: keamanan, ekonomi -referensi kata:
/// +kapal pendek top 5</c>. A plus is about words of the article; a minus too, but for one after <c>bagian:</c> and the names
/// that follow it, which is about sections. Inside a list, a word such as <c>panjang</c> right after another may belong to the name:
/// <c>jangka panjang</c>. No pattern language. Pure.
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

    private static readonly string[] Serial = ["serial", "bersambung"];
    private static readonly string[] Whole = ["utuh", "whole"];
    private static readonly string[] Top = ["top", "teratas"];

    private readonly IReadOnlyList<WantsToken> _tokens;
    private readonly KnownNames? _known;
    private readonly NameList _words = new();
    private readonly NameList _sections = new();
    private readonly List<string> _target = [];
    private NameList? _list;
    private WantsChange _change = new();
    private WantsProblem? _problem;
    private bool _targetEnded;
    private int _next;
    private int _looked;

    private WantsText(string line, KnownNames? known) => (_tokens, _known) = (WantsToken.Divide(line), known);

    public static WantsLine Parse(string line, KnownNames? known = null) => new WantsText(line, known).Read();

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
        if (Top.Contains(word) ? !ReadTop(token) : !IsOption(token) || BelongsToName(token))
            return false;

        if (Lengths.TryGetValue(word, out var length))
            _change = _change with { Length = length };
        else if (Serial.Contains(word) || Whole.Contains(word))
            _change = _change with { Serial = Serial.Contains(word) };

        _list?.EndItem();
        EndTarget();
        return true;
    }

    private static bool IsOption(WantsToken token) =>
        token is { IsQuoted: false, HasSign: false } && token.Text.ToLowerInvariant() is var word &&
        (Lengths.ContainsKey(word) || Serial.Contains(word) || Whole.Contains(word));

    /// <summary>It follows a word of a name, and either the name goes on or the two are known together.</summary>
    private bool BelongsToName(WantsToken token)
    {
        if (_list is null || _list.Begun.Length == 0 || _tokens[_next - 2].IsQuoted)
            return false;

        // A line can hold no more names: who types more of them does not have all articles read for each.
        return IsGoneOn(token) ||
            (_known is not null && _looked++ < Wants.MostNames && _known.Has($"{_list.Begun} {token.Text}", inHeading: _list == _sections));
    }

    /// <summary>Another word follows, or a comma and another name.</summary>
    private bool IsGoneOn(WantsToken token)
    {
        if (_next == _tokens.Count)
            return false;

        var next = _tokens[_next];
        if (next.IsQuoted || next.HasSign)
            return token.EndsItem;

        var isTop = Top.Contains(next.Text, StringComparer.OrdinalIgnoreCase) && _next + 1 < _tokens.Count && _tokens[_next + 1].IsNumber;
        return !(isTop || IsOption(next) || IsLabel(next.Text));
    }

    /// <summary>A number has to follow, except where a name may begin with the word.</summary>
    private bool ReadTop(WantsToken token)
    {
        var follower = _next < _tokens.Count ? _tokens[_next] : default;
        if (!follower.IsNumber)
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
