using System.Text;
using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Chats;

/// <summary>Puts one article of a post into blocks, part by part in the order of the layout.</summary>
internal sealed class ArticleBlocks
{
    private const int BarLength = 10;

    private readonly PostedArticle _posted;
    private readonly Look _look;
    private readonly Layout _layout;
    private readonly Words _words;
    private readonly List<Block> _blocks = [];
    private readonly List<string> _facts = [];

    private ArticleBlocks(PostedArticle posted, Look look, Words words) => (_posted, _look, _layout, _words) = (posted, look, look.Layout, words);

    private Article Article => _posted.Digest.Article;

    /// <summary>Where the layout leaves nothing of the article, its title stands for it.</summary>
    public static IReadOnlyList<Block> Of(PostedArticle posted, Look look, Words words)
    {
        var blocks = new ArticleBlocks(posted, look, words);
        blocks.AddAll();
        return blocks._blocks;
    }

    private void AddAll()
    {
        var parts = _layout.Parts;
        for (var at = 0; at < parts.Count; at++)
            Add(parts[at], at > 0 ? parts[at - 1] : null, at + 1 < parts.Count ? parts[at + 1] : null);

        if (!_blocks.Any(block => block is TitleBlock or SectionBlock or ItemBlock))
            _blocks.InsertRange(0, Title(link: null));
        else if (!_layout.Shows(LayoutPart.Title))
            _blocks.InsertRange(0, Note());
        AddFooter();
    }

    private void Add(LayoutPart part, LayoutPart? before, LayoutPart? after)
    {
        switch (part)
        {
            case LayoutPart.Topic or LayoutPart.Date or LayoutPart.ReadingTime:
                if (DigestMessages.Fact(Article, part, _words) is { } fact)
                    _facts.Add(fact);
                break;
            case LayoutPart.Title:
                AddText([.. Title(after == LayoutPart.Link ? Article.Source : null)]);
                break;
            case LayoutPart.Link when before != LayoutPart.Title && Article.Source is { } source:
                AddText(new TextBlock([new Span(_words.Format("Post_Source", source.Host), Link: source)]));
                break;
            case LayoutPart.Lead:
                AddText([.. Lead()]);
                break;
            case LayoutPart.Web when _look.Web is { } web:
                AddText(new TextBlock([new Span(_words["Post_Web"], Link: web.Of(Article))]));
                break;
            case LayoutPart.Headings or LayoutPart.Digests when IsFirstOfSections(part):
                AddText([.. Sections()]);
                break;
        }
    }

    /// <summary>Facts that stand before other parts are a line there.</summary>
    private void AddText(params IReadOnlyList<Block> blocks)
    {
        if (blocks.Count > 0 && _facts.Count > 0)
        {
            _blocks.Add(new TextBlock([new Span(DigestMessages.Joined(_facts), SpanStyle.Italic, IsQuoted: true)]));
            _facts.Clear();
        }

        _blocks.AddRange(blocks);
    }

    private IEnumerable<Block> Title(Uri? link) => [TitleBlock.Of(Article, link), .. Note()];

    private IEnumerable<Block> Note() => _posted.IsUpdate
        ? [new TextBlock([new Span(_words.Format("Post_Updated", UpdateWords.Of(Article, _posted.Units, _words)), SpanStyle.Italic, IsQuoted: true)])]
        : [];

    /// <summary>A serial opens with the overview, without what stands below it anyway.</summary>
    private IEnumerable<Block> Lead()
    {
        var digest = _posted.Digest;
        if (_posted is { SerialOf: not null, Units: [0, ..] })
        {
            var below = _posted.Units.SelectMany(unit => digest.Sections[unit].Sentences).ToHashSet(StringComparer.Ordinal);
            var left = digest.Overview.Where(sentence => !below.Contains(sentence)).ToArray();
            if (left.Length > 0)
                yield return new TextBlock([new Span(SentenceJoint.Join(left), SpanStyle.Italic, IsQuoted: true)]);
        }

        if (!Article.Lead.IsEmpty && _posted.Units is [0, ..])
            yield return new SectionBlock(0, "", digest.Sections[0].Sentences);
    }

    private bool IsFirstOfSections(LayoutPart part) =>
        part == _layout.Parts.First(other => other is LayoutPart.Headings or LayoutPart.Digests);

    private IEnumerable<Block> Sections()
    {
        var last = -1;
        foreach (var unit in _posted.Units)
        {
            foreach (var shown in Chapters(unit).Where(chapter => chapter > last).Append(unit))
            {
                var number = SectionMessages.NumberOf(Article, shown);
                if (number > 0 && Section(number, _posted.Digest.Sections[shown]) is { } block)
                    yield return block;
            }

            last = unit;
        }
    }

    /// <summary>The headings without a text of their own that a section stands under: those of its chapter and part.</summary>
    private Stack<int> Chapters(int unit)
    {
        var sections = _posted.Digest.Sections;
        var level = sections[unit].Section.Level;
        var above = new Stack<int>();
        for (var before = unit - 1; before >= 0; before--)
        {
            if (sections[before].Section.Level >= level)
                continue;

            level = sections[before].Section.Level;
            if (!sections[before].Section.HasSentences)
                above.Push(before);
        }

        return above;
    }

    private Block? Section(int number, SectionDigest digest)
    {
        var isNumbered = _layout.Shows(LayoutPart.Numbers);
        var (heading, unnumbered) = (digest.Section.Heading, Labels.Unnumbered(number, digest.Section.Heading));
        return (_layout.Shows(LayoutPart.Headings), _layout.Shows(LayoutPart.Digests)) switch
        {
            (true, true) => isNumbered ? new SectionBlock(number, heading, digest.Sentences) : new SectionBlock(0, unnumbered, digest.Sentences),
            (true, false) => new ItemBlock(isNumbered ? $"{number}." : "•", [new Span(unnumbered, IsQuoted: true)]),
            _ => digest.Sentences.Count > 0 ? new SectionBlock(0, "", digest.Sentences) : null,
        };
    }

    /// <summary>Facts that nothing follows close the article; a serial always says how far it is.</summary>
    private void AddFooter()
    {
        if (_posted is { SerialOf: { } of, Units: [.., var last] })
            _facts.Insert(0, Progress(last + 1, of));
        if (_facts.Count > 0)
            _blocks.Add(new FooterBlock(DigestMessages.Joined(_facts)));
    }

    private static string Progress(int done, int of)
    {
        var full = of == 0 ? 0 : Math.Clamp(done * BarLength / of, 0, BarLength);
        var bar = new StringBuilder().Append('▓', full).Append('░', BarLength - full);
        return FormattableString.Invariant($"{done}/{of} {bar}");
    }
}
