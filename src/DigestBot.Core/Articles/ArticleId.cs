namespace DigestBot.Articles;

/// <summary>
/// Names one article for as long as its file keeps its place: the path below the content folder with forward
/// slashes and without the extension, such as <c>geopolitik/pyongyang</c>.
/// </summary>
public readonly record struct ArticleId(string Value) : IComparable<ArticleId>
{
    /// <summary>How many characters a <see cref="Key"/> has.</summary>
    public const int KeyLength = 8;

    /// <summary>Eight lower-case hexadecimal digits made from the id: short enough for a button and a deep link.</summary>
    public string Key => Fingerprint.Of(Value)[..KeyLength];

    /// <summary>Ordinal, so that lists stand in the same order on every machine.</summary>
    public int CompareTo(ArticleId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
