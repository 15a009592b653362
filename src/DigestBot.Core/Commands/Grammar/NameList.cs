using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>Names being read, each with the sign of its first word: those to hold to and those to leave out.</summary>
internal sealed class NameList
{
    private static readonly string[] All = ["semua", "all"];

    private readonly List<(bool IsWithout, string Name)> _names = [];
    private readonly List<string> _item = [];
    private string? _begun;
    private string? _hollow;
    private char _sign;

    /// <summary>The name that has been read so far; empty between two.</summary>
    public string Begun => string.Join(' ', _item);

    /// <summary>From here on names are expected.</summary>
    public void Begin(string typed) => _begun ??= typed;

    /// <summary>A word; one with a sign begins a name of its own.</summary>
    public void Add(WantsToken token)
    {
        if (token.HasSign)
            EndItem();
        if (_item.Count == 0)
            _sign = token.Sign;
        if (token.Text.Length > 0)
            _item.Add(token.Text);
        else
            _hollow ??= token.Typed;
    }

    public void EndItem()
    {
        if (_item.Count > 0)
            _names.Add((_sign == '-', string.Join(' ', _item).ToLowerInvariant()));
        _item.Clear();
    }

    /// <summary>All that was named; null where nothing was begun.</summary>
    public Named? Result(ref WantsProblem? problem)
    {
        EndItem();
        if (_begun is null)
            return null;
        if (_names is [{ IsWithout: false } only] && All.Contains(only.Name))
            return Named.None;

        problem ??= Problem();
        return new Named(Side(isWithout: false), Side(isWithout: true));
    }

    private WantsProblem? Problem()
    {
        if (_names.Count == 0 || _hollow is not null)
            return new WantsProblem("Wants_Empty", _hollow ?? _begun!);
        if (_names.FirstOrDefault(name => !name.Name.Any(char.IsLetterOrDigit)).Name is { } odd)
            return new WantsProblem("Wants_Odd", odd);
        if (_names.FirstOrDefault(name => name.Name.Length > Wants.LongestName).Name is { } longest)
            return new WantsProblem("Wants_TooLong", longest);
        if (_names.Count > Wants.MostNames)
            return new WantsProblem("Wants_TooMany", _names[Wants.MostNames].Name);

        return Side(isWithout: false).Intersect(Side(isWithout: true)).FirstOrDefault() is { } both ? new WantsProblem("Wants_Both", both) : null;
    }

    private string[] Side(bool isWithout) =>
        [.. _names.Where(name => name.IsWithout == isWithout).Select(name => name.Name).Distinct().Order(StringComparer.Ordinal)];
}
