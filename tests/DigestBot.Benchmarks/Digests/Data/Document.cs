using DigestBot.Articles;

namespace DigestBot.Benchmarks.Digests.Data;

/// <summary>An article with digests that people wrote of it.</summary>
/// <param name="Id">As the data calls it.</param>
/// <param name="Kind">What its digests are of.</param>
/// <param name="Article">The text.</param>
/// <param name="References">One or more digests, each a list of sentences.</param>
internal sealed record Document(string Id, DocumentKind Kind, Article Article, IReadOnlyList<IReadOnlyList<string>> References)
{
    /// <summary>How many parts the data is divided into for holding one back.</summary>
    public const int Folds = 5;

    /// <summary>The part that it belongs to, by its id alone: the same in every run and in every file.</summary>
    public int Fold => Convert.ToInt32(Fingerprint.Of(Id)[..6], 16) % Folds;
}

/// <summary>What kind of text a document is, and with it how long a digest of it is judged.</summary>
internal enum DocumentKind
{
    /// <summary>Three sentences of the whole.</summary>
    News,

    /// <summary>One sentence of the whole.</summary>
    Abstract,

    /// <summary>One sentence of each section.</summary>
    Paper,
}
