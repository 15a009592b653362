using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>
/// What a line says about the contents of a subscription; null where it says nothing about it. Words, and sections, that are
/// named take the place of all that were named before.
/// </summary>
internal sealed record WantsChange
{
    public Named? Words { get; init; }

    public Named? Sections { get; init; }

    public DigestLength? Length { get; init; }

    /// <summary>As <see cref="Wants.Top"/> has it.</summary>
    public int? Top { get; init; }

    public bool? Serial { get; init; }

    public bool IsEmpty => this == new WantsChange();

    public Wants ApplyTo(Wants wants) => wants with
    {
        Include = Words?.With ?? wants.Include,
        Exclude = Words?.Without ?? wants.Exclude,
        Sections = Sections?.With ?? wants.Sections,
        NotSections = Sections?.Without ?? wants.NotSections,
        Length = Length ?? wants.Length,
        Top = Top ?? wants.Top,
        Serial = Serial ?? wants.Serial,
    };

    /// <summary>The change that makes a new subscription into this one.</summary>
    public static WantsChange To(Wants wants) => new()
    {
        Words = Named.OrNull(wants.Include, wants.Exclude),
        Sections = Named.OrNull(wants.Sections, wants.NotSections),
        Length = wants.Length == DigestLength.Normal ? null : wants.Length,
        Top = wants.Top == 0 ? null : wants.Top,
        Serial = wants.Serial ? true : null,
    };
}

/// <summary>Names to hold to and names to leave out, in one order and one spelling: equal wishes are one group of subscriptions.</summary>
internal sealed record Named(IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    /// <summary>None: all that was named before is taken back.</summary>
    public static Named None { get; } = new([], []);

    public static Named? OrNull(IReadOnlyList<string> with, IReadOnlyList<string> without) =>
        with.Count + without.Count == 0 ? null : new Named(with, without);

    public bool Equals(Named? other) =>
        other is not null && With.SequenceEqual(other.With) && Without.SequenceEqual(other.Without);

    public override int GetHashCode() => HashCode.Combine(With.Count, Without.Count);
}
