using System.Globalization;
using System.Text;
using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>
/// A message in Telegram's rich form (Bot API 10.1): headings, and each section folded under its own, which makes them a table
/// of contents; several articles have one above them that leads to each. Every text is escaped, and Telegram is told to look
/// for nothing in it. Pure.
/// </summary>
internal static class TelegramRich
{
    /// <summary>The form that <c>sendRichMessage</c> takes; null where nothing would fold, and plain text does as well.</summary>
    public static string? TryWrite(Message message)
    {
        if (!message.Blocks.OfType<SectionBlock>().Any())
            return null;

        var html = new StringBuilder();
        var titles = message.Blocks.OfType<TitleBlock>().ToArray();
        var at = 0;
        foreach (var block in message.Blocks)
        {
            if (block is TitleBlock && titles.Length > 1)
                WritePlace(html, titles, at++);
            Write(html, block);
        }

        return html.ToString();
    }

    /// <summary>The place that the table of contents leads to; the table itself stands above the first.</summary>
    private static void WritePlace(StringBuilder html, TitleBlock[] titles, int at)
    {
        if (at == 0)
            html.AppendJoin("", titles.Select((title, to) => $"<p><a href=\"#{NameOf(to)}\">{Line(title.Text)}</a></p>"));
        html.Append($"<a name=\"{NameOf(at)}\"></a>");
    }

    private static string NameOf(int title) => string.Create(CultureInfo.InvariantCulture, $"article-{title + 1}");

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case TitleBlock title:
                html.Append("<h3>").Append(Linked(Line(title.Text), title.Link)).Append("</h3>");
                break;
            case TextBlock text:
                html.Append("<p>").Append(Spans(text.Spans)).Append("</p>");
                break;
            case ItemBlock item:
                html.Append("<p>").Append(Line(item.Marker)).Append(' ').Append(Spans(item.Spans)).Append("</p>");
                break;
            case FooterBlock footer:
                html.Append("<footer>").Append(Line(footer.Text)).Append("</footer>");
                break;
            case SectionBlock section:
                WriteSection(html, section);
                break;
            default:
                throw new ArgumentException($"no form for {block.GetType().Name}", nameof(block));
        }
    }

    /// <summary>The lead stands open: it is what a reader sees first.</summary>
    private static void WriteSection(StringBuilder html, SectionBlock section)
    {
        var text = Escaped(SentenceJoint.Join(section.Sentences.Select(InertText.CleanLine)));
        if (section.Heading.Length == 0)
            html.Append("<p>").Append(text).Append("</p>");
        else
            html.Append("<details><summary>").Append(Line(section.Label)).Append($"</summary><p>{text}</p></details>");
    }

    private static string Spans(IReadOnlyList<Span> spans) => string.Concat(spans.Select(span =>
    {
        var text = Linked(Escaped(InertText.Clean(span.Text)), span.Link);
        return span.Style switch
        {
            SpanStyle.Bold => $"<b>{text}</b>",
            SpanStyle.Italic => $"<i>{text}</i>",
            SpanStyle.Code => $"<code>{text}</code>",
            _ => text,
        };
    }));

    private static string Linked(string text, Uri? link) =>
        link is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? $"<a href=\"{Escaped(link.AbsoluteUri)}\">{text}</a>" : text;

    private static string Line(string text) => Escaped(InertText.CleanLine(text));

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
