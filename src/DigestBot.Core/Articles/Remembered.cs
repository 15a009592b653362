namespace DigestBot.Articles;

/// <summary>
/// A text that an immutable object works out of itself once. A changed copy of the object, which takes this field along, works
/// it out anew, and no comparison of two objects sees whether either has done so yet.
/// </summary>
internal struct Remembered : IEquatable<Remembered>
{
    private Entry? _entry;

    /// <summary>The text of <paramref name="owner"/>, the object that this is a field of.</summary>
    public string Of<T>(T owner, Func<T, string> workOut)
        where T : class
    {
        if (_entry is not { } entry || !ReferenceEquals(entry.Owner, owner))
            _entry = entry = new Entry(owner, workOut(owner));
        return entry.Text;
    }

    public readonly bool Equals(Remembered other) => true;

    public override readonly bool Equals(object? obj) => obj is Remembered;

    public override readonly int GetHashCode() => 0;

    private sealed record Entry(object Owner, string Text);
}
