using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>What a subscription or a digest is aimed at: everything, a topic or an article, as people see and type it.</summary>
internal static class TargetFinder
{
    private static readonly string[] Everything = ["all", "everything", "semua", "semuanya"];

    /// <summary>
    /// What somebody means: a word for everything, the key or the name of a topic, or the number, the key or the name of an
    /// article; else those named among other words. None, one, or several to ask back about; only the target of each is set.
    /// </summary>
    public static NameMatch<Wants> Find(LibrarySnapshot library, string wanted)
    {
        wanted = wanted.Trim();
        if (wanted.Length == 0 || IsEverything(wanted))
            return Sure(new Wants());

        if (FindTopic(library, wanted) is { } topic)
            return Sure(new Wants { Topic = topic });

        if (FindNumberedOrKeyed(library, wanted) is { } article)
            return Sure(Of(article));

        Wants[] all = [.. library.Topics.Select(topic => new Wants { Topic = topic }), .. library.Articles.Select(Of)];
        var found = NameMatching.Find(all, wants => NamesOf(wants, library), wanted);
        return found.Items.Count > 0 ? found : Contained(all, library, wanted);
    }

    /// <summary>The topic or the article that is called exactly so, but for case and signs; null where none or several are.</summary>
    public static Wants? FindNamed(LibrarySnapshot library, string wanted)
    {
        var folded = new FoldedName(wanted).Letters;
        IEnumerable<Wants> all = [.. library.Topics.Select(topic => new Wants { Topic = topic }), .. library.Articles.Select(Of)];
        var named = all.Where(wants => NamesOf(wants, library).Any(name => new FoldedName(name).Letters == folded)).Take(2).ToArray();
        return named is [var only] ? only : null;
    }

    /// <summary>A topic by its key or its name, whatever the case; null where it is something else.</summary>
    public static string? FindTopic(LibrarySnapshot library, string wanted) =>
        library.Topics.FirstOrDefault(topic => topic.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        ?? library.Topics.FirstOrDefault(topic => TopicKey(topic) == wanted);

    /// <summary>The topics that somebody means.</summary>
    public static IReadOnlyList<string> FindTopics(LibrarySnapshot library, string wanted) =>
        FindTopic(library, wanted) is { } topic ? [topic] : NameMatching.Best(library.Topics, topic => [topic], wanted);

    /// <summary>An article by its number in the list of all articles or by its key: what can mean nothing else.</summary>
    public static Article? FindNumberedOrKeyed(LibrarySnapshot library, string wanted) =>
        (LooksLikeKey(wanted) ? library.Articles.FirstOrDefault(article => article.Id.Key == wanted) : null)
        ?? (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? library.Articles.ElementAtOrDefault(number - 1)
            : null);

    /// <summary>Which of a chat's subscriptions somebody means, by number, key or name.</summary>
    public static NameMatch<Subscription> FindSubscription(IReadOnlyList<Subscription> subscriptions, LibrarySnapshot library, string wanted)
    {
        wanted = wanted.Trim();
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= subscriptions.Count)
            return Sure(subscriptions[number - 1]);

        var keyed = subscriptions.Where(subscription => subscription.Wants.TargetKey == wanted).ToArray();
        return keyed.Length > 0
            ? Sure(keyed)
            : NameMatching.Find(subscriptions, subscription => NamesOf(subscription.Wants, library), wanted);
    }

    /// <summary>Whether it is a word for everything.</summary>
    public static bool IsEverything(string wanted) => Everything.Contains(wanted, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the target is called: an article's title, a topic, or words for all of them.</summary>
    public static string LabelOf(Wants wants, LibrarySnapshot library, Words words) =>
        wants.Article.Length > 0 ? library.Find(new ArticleId(wants.Article))?.Title ?? wants.Article
        : wants.Topic.Length > 0 ? wants.Topic
        : words["AllTopics"];

    /// <summary>A short name for a topic, for buttons.</summary>
    public static string TopicKey(string topic) => new Wants { Topic = topic }.TargetKey;

    /// <summary>Whether an article is one that is aimed at.</summary>
    public static bool IsAimedAt(Wants wants, Article article) => Judged.OutsideTarget(article, wants) is null;

    /// <summary>Whether a subscription lets an article through: it is aimed at it and its word filters do not shut it out.</summary>
    public static bool IsWanted(Wants wants, Article article) => IsAimedAt(wants, article) && Judged.OutsideWords(article, wants) is null;

    /// <summary>What can mean nothing else.</summary>
    public static NameMatch<T> Sure<T>(params IReadOnlyList<T> items) => new(items, NameFit.Same);

    /// <summary>Whether it is written as buttons name an article or a topic.</summary>
    public static bool LooksLikeKey(string wanted) => wanted.Length == 8 && wanted.All(char.IsAsciiHexDigitLower);

    /// <summary>Those that are named among other words, as in <c>topik geopolitik dan sains</c>: a guess, for one can't be had with another.</summary>
    private static NameMatch<Wants> Contained(IReadOnlyList<Wants> all, LibrarySnapshot library, string wanted)
    {
        var line = new FoldedName(wanted);
        return new NameMatch<Wants>([.. all.Where(wants => NamesOf(wants, library).Any(name => line.HasWordsOf(new FoldedName(name))))], NameFit.Near);
    }

    private static Wants Of(Article article) => new() { Article = article.Id.Value };

    private static string[] NamesOf(Wants wants, LibrarySnapshot library)
    {
        if (wants.Article.Length == 0)
            return wants.Topic.Length > 0 ? [wants.Topic] : Everything;

        var id = new ArticleId(wants.Article);
        return library.Find(id) is { } article ? [article.Title, id.Value[(id.Value.LastIndexOf('/') + 1)..]] : [id.Value];
    }
}
