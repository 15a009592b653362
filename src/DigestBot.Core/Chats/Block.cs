using DigestBot.Articles;

namespace DigestBot.Chats;

/// <summary>One piece of a <see cref="Message"/>. A message is split between blocks before it is split within one.</summary>
public abstract record Block;

/// <summary>Begins an article or a list: bold on Telegram, an embed of its own on Discord.</summary>
/// <param name="Text">The title.</param>
/// <param name="Link">Where the title leads; http or https.</param>
/// <param name="Topic">What it belongs to; Discord colours by it.</param>
/// <param name="IsQuoted">Words of an article: what looks like a command there is none.</param>
public sealed record TitleBlock(string Text, Uri? Link = null, string Topic = "", bool IsQuoted = false) : Block
{
    /// <summary>An article's own title.</summary>
    public static TitleBlock Of(Article article, Uri? link) => new(article.Title, link, article.Topic, IsQuoted: true);
}

/// <summary>A paragraph.</summary>
public sealed record TextBlock(IReadOnlyList<Span> Spans) : Block;

/// <summary>A section of an article: its number, its heading and the sentences that stand for it.</summary>
/// <param name="Number">As readers address it, from 1; 0 for the lead and where it is not shown.</param>
/// <param name="Heading">Empty for the lead and where it is not shown.</param>
/// <param name="Sentences">Verbatim sentences; split between them before within one.</param>
public sealed record SectionBlock(int Number, string Heading, IReadOnlyList<string> Sentences) : Block
{
    /// <summary>Number and heading on one line, as far as there are any.</summary>
    public string Label => Heading.Length == 0 || Number == 0 ? Heading : Labels.Numbered(Number, Heading);
}

/// <summary>One line of a list.</summary>
/// <param name="Marker">Such as <c>1.</c> or <c>•</c>.</param>
/// <param name="Spans">The line itself.</param>
public sealed record ItemBlock(string Marker, IReadOnlyList<Span> Spans) : Block;

/// <summary>Small print that closes what a <see cref="TitleBlock"/> began: date, reading time, progress.</summary>
public sealed record FooterBlock(string Text) : Block;

/// <summary>A run of text in one style.</summary>
/// <param name="Text">Shown as it is.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Link">Where it leads; http or https.</param>
/// <param name="IsQuoted">Words of an article: what looks like a command there is none.</param>
public readonly record struct Span(string Text, SpanStyle Style = SpanStyle.Plain, Uri? Link = null, bool IsQuoted = false);

/// <summary>How a <see cref="Span"/> is set.</summary>
public enum SpanStyle
{
    /// <summary>As the rest.</summary>
    Plain,

    /// <summary>Stronger.</summary>
    Bold,

    /// <summary>Slanted.</summary>
    Italic,

    /// <summary>A command or a value to type: fixed width.</summary>
    Code,
}
