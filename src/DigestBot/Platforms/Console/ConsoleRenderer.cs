using System.Text;
using DigestBot.Chats;

namespace DigestBot.Platforms.Console;

/// <summary>Turns a message into readable text: plain, or with the few ANSI styles that every terminal knows.</summary>
internal sealed class ConsoleRenderer(bool styled)
{
    private const int Width = 100;

    /// <summary>The whole message as one text without a trailing line break.</summary>
    public string Render(Message message)
    {
        var text = new StringBuilder();
        Block? before = null;
        foreach (var block in message.Blocks)
        {
            if (before is not null)
                text.Append(before is ItemBlock && block is ItemBlock ? "\n" : "\n\n");
            Append(text, block);
            before = block;
        }

        var rows = message.Buttons.Where(row => row.Count > 0)
            .Select(row => string.Join("   ", row.Select(button => $"[{Inert(button.Label)}: {Style("/" + Inert(button.Action), "36")}]")));
        return text.Append(message.Buttons.Count > 0 ? "\n\n" : "").AppendJoin('\n', rows).ToString().TrimEnd('\n');
    }

    private void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case TitleBlock title:
                text.Append(Style(Inert(title.Text), "1"));
                if (title.Link is not null)
                    text.Append('\n').Append(Inert(title.Link.AbsoluteUri));
                break;
            case TextBlock { Spans: [{ Style: SpanStyle.Code }] } copied:
                // A line to copy stays one line.
                text.Append(Join(copied.Spans));
                break;
            case TextBlock paragraph:
                text.Append(Wrap(Join(paragraph.Spans), ""));
                break;
            case SectionBlock section:
                if (section.Heading.Length > 0)
                    text.Append(Style(Inert(section.Label), "1")).Append('\n');
                text.Append(Wrap(Inert(SentenceJoint.Join(section.Sentences)), "   "));
                break;
            case ItemBlock item:
                text.Append(Wrap($"{Inert(item.Marker)} {Join(item.Spans)}", "   ", hanging: true));
                break;
            case FooterBlock footer:
                text.Append(Style(Inert(footer.Text), "2"));
                break;
            default:
                throw new ArgumentException($"no form for {block.GetType().Name}", nameof(block));
        }
    }

    private string Join(IReadOnlyList<Span> spans) => string.Concat(spans.Select(span =>
    {
        var text = span.Style switch
        {
            SpanStyle.Bold => Style(Inert(span.Text), "1"),
            SpanStyle.Italic => Style(Inert(span.Text), "3"),
            SpanStyle.Code => Style(Inert(span.Text), "36"),
            _ => Inert(span.Text),
        };
        return span.Link is null ? text : $"{text} ({Inert(span.Link.AbsoluteUri)})";
    }));

    private string Style(string text, string code) => styled && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;

    /// <summary>An article must not steer the terminal: control characters other than a line break become blanks.</summary>
    private static string Inert(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(character => IsControl(character) ? ' ' : character)) : text;

    private static bool IsControl(char character) =>
        character != '\n' && (char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    private static string Wrap(string text, string indent, bool hanging = false)
    {
        var wrapped = new StringBuilder(text.Length + 64);
        foreach (var line in text.Split('\n'))
        {
            if (wrapped.Length > 0)
                wrapped.Append('\n');
            if (!hanging)
                wrapped.Append(indent);
            var column = hanging ? 0 : indent.Length;
            var first = true;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!first && column + 1 + word.Length > Width)
                {
                    wrapped.Append('\n').Append(indent);
                    column = indent.Length;
                }
                else if (!first)
                {
                    wrapped.Append(' ');
                    column++;
                }

                wrapped.Append(word);
                column += word.Length;
                first = false;
            }
        }

        return wrapped.ToString();
    }
}
