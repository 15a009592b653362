using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Digests.Extractive;
using DigestBot.Platforms.Console;

namespace DigestBot.CommandLine;

/// <summary>What <c>preview</c> prints.</summary>
internal enum PreviewForm
{
    /// <summary>Readable text.</summary>
    Text,

    /// <summary>One JSON object an article and line.</summary>
    Json,

    /// <summary>The same with each sentence's score and reasons.</summary>
    ExplainedJson,
}

/// <summary>Writes digests: as a chat would show them, or as lines of JSON.</summary>
internal sealed class PreviewWriter(TextWriter output, PreviewForm form, DigestOptions options)
{
    private readonly ExtractiveEngine _engine = new();
    private readonly ConsoleRenderer _renderer = new(styled: false);

    public void Write(string path, Article article)
    {
        var digest = _engine.Digest(article, options);
        if (form != PreviewForm.Text)
            output.WriteLine(ArticlePreview.Of(path, digest, form == PreviewForm.ExplainedJson ? _engine.Explain(article, options) : null).ToJson());
        else
            output.WriteLine(_renderer.Render(InWords(path, digest)) + Environment.NewLine);
    }

    private static Message InWords(string path, Digest digest)
    {
        var first = digest.Article.Lead.IsEmpty ? 1 : 0;
        var blocks = new List<Block>
        {
            new TitleBlock(digest.Article.Title, digest.Article.Source, digest.Article.Topic),
            new TextBlock([new Span(SentenceJoint.Join(digest.Overview), SpanStyle.Italic)]),
        };
        blocks.AddRange(digest.Sections.Select((section, index) => new SectionBlock(first + index, section.Section.Heading, section.Sentences)));
        blocks.Add(new FooterBlock($"{path} · {digest.Article.Language}{(digest.Article.Date is { } date ? $" · {date:yyyy-MM-dd}" : "")}"));
        return new Message(blocks);
    }
}
