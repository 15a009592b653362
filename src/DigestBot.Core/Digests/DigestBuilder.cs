using DigestBot.Articles;

namespace DigestBot.Digests;

/// <summary>
/// Builds a digest once and hands it out to everybody who wants the same one: a hundred thousand chats cost one build.
/// Holds the digests used last, up to a bound; any thread may ask.
/// </summary>
public sealed class DigestBuilder(IDigestEngine engine)
{
    /// <summary>How many digests are kept.</summary>
    public const int Capacity = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    /// <summary>
    /// The digest of the article as it is now. Asked for by several at once, it is built by one of them and the others
    /// wait. Throws what the engine throws; a failure is not kept.
    /// </summary>
    public Digest Build(Article article, DigestOptions options)
    {
        var key = new Key(article.Id, article.Hash, article.HasOwnTitle, options);
        var entry = Take(key, article);
        try
        {
            var digest = entry.Digest.Value;

            // Tags and the like are no part of the hash: the caller gets its own article back.
            return ReferenceEquals(digest.Article, article) ? digest : digest with { Article = article };
        }
        catch
        {
            Drop(key, entry);
            throw;
        }
    }

    private Entry Take(Key key, Article article)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var node)) _byUse.Remove(node);
            else node = _entries[key] = new LinkedListNode<Entry>(new Entry(key, new Lazy<Digest>(() => engine.Digest(article, key.Options))));
            _byUse.AddFirst(node);
            if (_entries.Count > Capacity) DropOldest();
            return node.Value;
        }
    }

    private void DropOldest()
    {
        _entries.Remove(_byUse.Last!.Value.Key);
        _byUse.RemoveLast();
    }

    private void Drop(Key key, Entry entry)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node) || !ReferenceEquals(node.Value, entry)) return;
            _entries.Remove(key);
            _byUse.Remove(node);
        }
    }

    private sealed record Key(ArticleId Id, string Hash, bool HasOwnTitle, DigestOptions Options);

    private sealed record Entry(Key Key, Lazy<Digest> Digest);
}
