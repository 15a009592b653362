using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>
/// Makes the parts of posts within one tick: each message is rendered once, however many groups get it, and remembered up to
/// a bound.
/// </summary>
internal sealed class PostRenderer(DigestBuilder digests, Looks looks)
{
    private const int MostRemembered = 1_000;

    private readonly Dictionary<RenderingKey, IReadOnlyList<string>> _parts = [];

    public IReadOnlyList<string> Render(Selection selection, DueGroup group, string? lateFor, IChatPlatform platform)
    {
        var words = Words.TryFor(group.Language) ?? Words.Indonesian;
        var look = looks.For(group.Layout);
        var key = new RenderingKey(
            ContentOf(selection, group.Wants), group.Wants.Length, lateFor, group.AfterPause, platform.Name, words.Language, look, group.Silent, group.Pin, group.Rich, group.Forum);
        if (_parts.TryGetValue(key, out var parts))
            return parts;

        var post = Posts.Of(selection, group.Wants, digests) with { LateFor = lateFor, AfterPause = group.AfterPause, Look = look };
        var messages = group.Forum ? ForumMessages.ForPost(post, words) : [DigestMessages.ForPost(post, words)];
        parts = [.. messages.SelectMany(message => platform.Render(message with { Silent = group.Silent, Pin = group.Pin, Rich = group.Rich }))];
        if (_parts.Count == MostRemembered)
            _parts.Clear();
        _parts.Add(key, parts);
        return parts;
    }

    /// <summary>Equal for posts that say the same, whatever their subscriptions asked for; a button may name the subscription.</summary>
    private static string ContentOf(Selection selection, Wants wants) => string.Join('\n',
        selection.Full.Select(article =>
            $"{IdentityOf(article.Article.Id.Value, article.Article.Hash)} {string.Join(',', article.Units)} {article.IsUpdate} {article.Since?.Number} {article.SerialOf}")
            .Concat(selection.Brief.Select(article => IdentityOf(article.Id.Value, article.Hash)))
            .Append(wants.Serial || selection.Brief.Count > 0 ? wants.TargetKey : ""));

    private static string IdentityOf(string id, string hash) => $"{hash} {id}";

    private sealed record RenderingKey(
        string Content, DigestLength Length, string? LateFor, bool AfterPause, string Platform, string Language, Look Look, bool Silent, bool Pin, bool Rich, bool Forum);
}
