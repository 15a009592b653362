using System.Text;
using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Chats;

/// <summary>
/// Puts digests into words and blocks: the same message for every chat that asks for the same. The overview of an article
/// is not repeated above its sections, whose sentences it is taken from: the lead opens a digest. It stands where the
/// sections do not: above a list of sections and at the beginning of a serial.
/// </summary>
public static class DigestMessages
{
    /// <summary>So many of the brief articles have a line; the others are behind a button.</summary>
    internal const int MostBriefLines = 10;

    private const int MostArticleButtons = 4;
    private const int BarLength = 10;

    /// <summary>What a slot of a subscription says.</summary>
    public static Message ForPost(DigestPost post, Words words)
    {
        var blocks = new List<Block>();
        if (Why(post, words) is { } why)
            blocks.Add(new TextBlock([new Span(why, SpanStyle.Italic)]));
        foreach (var article in post.Full)
            AddArticle(blocks, article, words);
        AddBrief(blocks, post.Brief, words);
        return new Message(blocks) { Buttons = [.. Buttons(post, words)] };
    }

    /// <summary>The digest of one article, as somebody asked for it.</summary>
    public static Message ForArticle(Digest digest, Words words) =>
        ForPost(new DigestPost([new PostedArticle(digest, [.. Enumerable.Range(0, digest.Sections.Count)], IsUpdate: false)], []), words);

    /// <summary>One line for an article: its title, topic, date and reading time.</summary>
    internal static IReadOnlyList<Span> Line(Article article, Words words) =>
        [new Span(article.Title, SpanStyle.Bold), new Span(" · " + Facts(article, words, withTopic: true))];

    /// <summary>Small print about an article.</summary>
    internal static string Facts(Article article, Words words, bool withTopic = false)
    {
        var facts = new List<string>(3);
        if (withTopic && article.Topic.Length > 0)
            facts.Add(article.Topic);
        if (article.Date is { } date)
            facts.Add(words.Dates.Day(date));
        facts.Add(words.Format("ReadingTime", ReadingTime.Minutes(article)));
        return string.Join(" · ", facts);
    }

    private static string? Why(DigestPost post, Words words) =>
        post.LateFor is { } slot ? words.Format("Post_Late", words.Dates.Slot(slot))
        : post.AfterPause ? words["Post_AfterPause"]
        : null;

    private static void AddArticle(List<Block> blocks, PostedArticle posted, Words words)
    {
        var (digest, units) = (posted.Digest, posted.Units);
        blocks.Add(new TitleBlock(digest.Article.Title, digest.Article.Source, digest.Article.Topic));
        if (posted.IsUpdate)
            blocks.Add(new TextBlock([new Span(words.Format("Post_Updated", units.Count, digest.Sections.Count), SpanStyle.Italic)]));
        if (posted.SerialOf is not null && units is [0, ..] && Overview(digest, units) is { } overview)
            blocks.Add(overview);

        foreach (var unit in units)
        {
            var section = digest.Sections[unit];
            blocks.Add(new SectionBlock(SectionMessages.NumberOf(digest.Article, unit), section.Section.Heading, section.Sentences));
        }

        var facts = Facts(digest.Article, words);
        blocks.Add(new FooterBlock(posted.SerialOf is { } of && units.Count > 0 ? $"{Progress(units[^1] + 1, of)} · {facts}" : facts));
    }

    /// <summary>The overview without what stands below it anyway; null where nothing is left.</summary>
    private static TextBlock? Overview(Digest digest, IReadOnlyList<int> shown)
    {
        var below = shown.SelectMany(unit => digest.Sections[unit].Sentences).ToHashSet(StringComparer.Ordinal);
        var left = digest.Overview.Where(sentence => !below.Contains(sentence)).ToArray();
        return left.Length == 0 ? null : new TextBlock([new Span(string.Join(' ', left), SpanStyle.Italic)]);
    }

    private static string Progress(int done, int of)
    {
        var full = of == 0 ? 0 : Math.Clamp(done * BarLength / of, 0, BarLength);
        var bar = new StringBuilder().Append('▓', full).Append('░', BarLength - full);
        return FormattableString.Invariant($"{done}/{of} {bar}");
    }

    private static void AddBrief(List<Block> blocks, IReadOnlyList<Article> brief, Words words)
    {
        if (brief.Count == 0)
            return;

        blocks.Add(new TextBlock([new Span(words["Post_Brief"], SpanStyle.Bold)]));
        foreach (var article in brief.Take(MostBriefLines))
            blocks.Add(new ItemBlock("•", Line(article, words)));
    }

    private static IEnumerable<IReadOnlyList<Button>> Buttons(DigestPost post, Words words)
    {
        if (post is { Full: [var only], Brief: [] })
            return [.. SectionMessages.Open(only.Digest.Article, only.Units, words), Thumbs(only.Digest.Article), .. Turn(post, words)];

        var full = post.Full.Select(posted => Open(posted.Digest.Article, "sections"));
        var brief = post.Brief.Select(article => Open(article, "digest"));
        IEnumerable<IReadOnlyList<Button>> rows = [.. full.Concat(brief).Take(MostArticleButtons).Select(button => new[] { button })];
        return post.Full.Count + post.Brief.Count > MostArticleButtons ? rows.Append([More(post, words)]) : rows;

        static Button Open(Article article, string command) => new(Labels.Short(article.Title, 40), $"{command} {article.Id.Key}");
    }

    /// <summary>What readers think of it, asked where it is clear of which article.</summary>
    private static IReadOnlyList<Button> Thumbs(Article article) =>
        [new Button("👍", $"rate {article.Id.Key} up"), new Button("👎", $"rate {article.Id.Key} down")];

    private static Button More(DigestPost post, Words words) => post.Brief.Count > MostBriefLines
        ? new Button(words.Format("Button_More", post.Brief.Count - MostBriefLines), post.MoreAction)
        : new Button(words["Button_Articles"], post.MoreAction);

    private static IEnumerable<IReadOnlyList<Button>> Turn(DigestPost post, Words words) => post.SerialKey is not { } key
        ? []
        : [[new Button(words["Button_SerialBack"], $"back {key}"), new Button(words["Button_SerialNext"], $"next {key}")]];
}
