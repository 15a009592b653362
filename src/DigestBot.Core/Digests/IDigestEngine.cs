using DigestBot.Articles;

namespace DigestBot.Digests;

/// <summary>
/// Makes a digest of an article. Pure: the same article and options give the same digest, byte for byte, on every
/// machine; it does not throw for any article that a source yields.
/// </summary>
public interface IDigestEngine
{
    /// <summary>The name by which settings choose it.</summary>
    string Name { get; }

    /// <summary>The digest of one article.</summary>
    Digest Digest(Article article, DigestOptions options);
}
