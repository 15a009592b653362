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

    /// <summary>What a slot of a subscription says.</summary>
    public static Message ForPost(DigestPost post, Words words)
    {
        var blocks = new List<Block>();
        if (Why(post, words) is { } why)
            blocks.Add(new TextBlock([new Span(why, SpanStyle.Italic)]));
        foreach (var article in post.Full)
            blocks.AddRange(ArticleBlocks.Of(article, post.Look, words));
        AddBrief(blocks, post.Brief, words);
        return new Message(blocks) { Buttons = [.. Buttons(post, words)] };
    }

    /// <summary>The digest of one article, as somebody asked for it.</summary>
    public static Message ForArticle(Digest digest, Words words, Look? look = null) =>
        ForPost(new DigestPost([new PostedArticle(digest, WithText(digest), IsUpdate: false)], []) { Look = look ?? Look.Default }, words);

    private static IReadOnlyList<int> WithText(Digest digest) =>
        [.. digest.Sections.Index().Where(section => section.Item.Section.HasSentences).Select(section => section.Index)];

    /// <summary>One line for an article: its title, topic, date and reading time.</summary>
    internal static IReadOnlyList<Span> Line(Article article, Words words) =>
        [new Span(article.Title, SpanStyle.Bold, IsQuoted: true), new Span(" · " + Facts(article, words, withTopic: true), IsQuoted: true)];

    /// <summary>Small print about an article.</summary>
    public static string Facts(Article article, Words words, bool withTopic = false) =>
        Joined(new[] { LayoutPart.Topic, LayoutPart.Date, LayoutPart.ReadingTime }
            .Skip(withTopic ? 0 : 1).Select(part => Fact(article, part, words)).OfType<string>());

    /// <summary>One fact for the small print; null where the article does not give it.</summary>
    internal static string? Fact(Article article, LayoutPart part, Words words) => part switch
    {
        LayoutPart.Topic => article.Topic.Length > 0 ? article.Topic : null,
        LayoutPart.Date => article.Date is { } date ? words.Dates.Day(date) : null,
        LayoutPart.ReadingTime => words.Format("ReadingTime", ReadingTime.Minutes(article)),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>Facts on one line.</summary>
    internal static string Joined(IEnumerable<string> facts) => string.Join(" · ", facts);

    private static string? Why(DigestPost post, Words words) =>
        post.LateFor is { } slot ? words.Format("Post_Late", words.Dates.Slot(slot))
        : post.AfterPause ? words["Post_AfterPause"]
        : null;

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
            return [.. Sections(only, post.Look.Layout, words), .. Thumbs(only.Digest.Article, post.Look.Layout), .. Turn(post, words)];

        var opens = post.Look.Layout.Shows(LayoutPart.Buttons)
            ? post.Full.Select(posted => Open(posted.Digest.Article, "sections")).Concat(post.Brief.Select(article => Open(article, "digest")))
            : [];
        IEnumerable<IReadOnlyList<Button>> rows = [.. opens.Take(MostArticleButtons).Select(button => new[] { button })];
        return post.Full.Count + post.Brief.Count > MostArticleButtons ? rows.Append([More(post, words)]) : rows;

        static Button Open(Article article, string command) => new(Labels.Short(article.Title, 40), $"{command} {article.Id.Key}");
    }

    /// <summary>A number is a button only where it can be seen which section has it.</summary>
    private static IEnumerable<IReadOnlyList<Button>> Sections(PostedArticle posted, Layout layout, Words words) =>
        !layout.Shows(LayoutPart.Buttons) ? []
        : layout.Shows(LayoutPart.Headings) && layout.Shows(LayoutPart.Numbers) ? SectionMessages.Open(posted.Digest.Article, posted.Units, words)
        : [[SectionMessages.ListButton(posted.Digest.Article, words)]];

    /// <summary>What readers think of it, asked where it is clear of which article.</summary>
    internal static IEnumerable<IReadOnlyList<Button>> Thumbs(Article article, Layout layout) => layout.Shows(LayoutPart.Votes)
        ? [[new Button("👍", $"rate {article.Id.Key} up"), new Button("👎", $"rate {article.Id.Key} down")]]
        : [];

    private static Button More(DigestPost post, Words words) => post.Brief.Count > MostBriefLines
        ? new Button(words.Format("Button_More", post.Brief.Count - MostBriefLines), post.MoreAction)
        : new Button(words["Button_Articles"], post.MoreAction);

    private static IEnumerable<IReadOnlyList<Button>> Turn(DigestPost post, Words words) => post.SerialKey is not { } key
        ? []
        : [[new Button(words["Button_SerialBack"], $"back {key}"), new Button(words["Button_SerialNext"], $"next {key}")]];
}
