using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Commands;

internal sealed class DigestBuilder(IDigestEngine engine)
{
    public Digest Build(Article article, DigestOptions options) => engine.Digest(article, options);
}
