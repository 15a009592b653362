using System.Text;
using System.Text.RegularExpressions;
using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>
/// Writes text as Discord's Markdown. What an article says is shown and does nothing: marks are escaped, mentions, time
/// stamps, masked links and invitations are broken up, an address leads where it says.
/// </summary>
internal static partial class Markup
{
    private const char Break = '\u200B';

    /// <summary>A message holds 2000 UTF-16 units: a link that leaves no room in it for text is left out.</summary>
    private const int LongestLink = 1500;

    private const string AlwaysEscaped = "\\*_~`|[]<";

    /// <summary>Spans in their styles.</summary>
    public static string Of(IEnumerable<Span> spans)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
            text.Append(Of(span));
        return text.ToString();
    }

    /// <summary>Plain text where addresses become no links: titles and headings.</summary>
    public static string Escape(string text) => EscapeMarks(Defuse(InertText.Clean(text)));

    /// <summary>A line cut so that its Markdown has at most so many UTF-16 units.</summary>
    public static string Fit(string text, int most)
    {
        text = InertText.CleanLine(text);
        for (var length = Math.Min(most, text.Length); ; length -= Math.Max(1, length / 20))
        {
            var fitting = Escape(Labels.Short(text, length));
            if (fitting.Length <= most || length <= 1)
                return fitting;
        }
    }

    private static string Of(Span span)
    {
        var text = InertText.Clean(span.Text);
        if (span.Style == SpanStyle.Code && !string.IsNullOrWhiteSpace(text))
            return $"`{text.Replace('`', '\u02CB')}`";
        if (span.Link is { IsAbsoluteUri: true, Scheme: "http" or "https", AbsoluteUri.Length: <= LongestLink } link)
            return Linked(text, link);

        var mark = span.Style switch { SpanStyle.Bold => "**", SpanStyle.Italic => "*", _ => "" };
        var inner = text.Trim();
        if (mark.Length == 0 || inner.Length == 0)
            return WithAddresses(text);

        // Marks that touch white space are shown instead of acting.
        var start = text.IndexOf(inner, StringComparison.Ordinal);
        return $"{text[..start]}{mark}{WithAddresses(inner)}{mark}{text[(start + inner.Length)..]}";
    }

    /// <summary>A text that looks like an address must not lead to another.</summary>
    private static string Linked(string text, Uri link) => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
        ? $"<{link.AbsoluteUri}>"
        : $"[{Escape(text)}](<{link.AbsoluteUri}>)";

    private static string WithAddresses(string text)
    {
        text = Defuse(text);
        var marked = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (Match address in Address().Matches(text))
        {
            if (address.Value.Contains(Break, StringComparison.Ordinal))
                continue;
            marked.Append(EscapeMarks(text[at..address.Index])).Append('<').Append(address.Value).Append('>');
            at = address.Index + address.Length;
        }

        return marked.Append(EscapeMarks(text[at..])).ToString();
    }

    private static string Defuse(string text) => Live().Replace(text, match => match.Groups["head"].Value + Break + match.Groups["tail"].Value);

    private static string EscapeMarks(string text)
    {
        var marked = new StringBuilder(text.Length + 16);
        var lineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (AlwaysEscaped.Contains(character, StringComparison.Ordinal) || (lineStart && character is '#' or '>' or '-' or '+'))
                marked.Append('\\');
            else if (lineStart && char.IsAsciiDigit(character) && Numbering().Match(text, i) is { Success: true } number)
            {
                marked.Append(number.ValueSpan[..^1]).Append('\\');
                i += number.Length - 1;
                character = text[i];
            }

            marked.Append(character);
            lineStart = character == '\n' || (lineStart && character == ' ');
        }

        return marked.ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>]+[^\s<>.,;:!?'""”’»)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    /// <summary>Mentions of everybody, and invitations to servers.</summary>
    [GeneratedRegex(
        @"(?<head>@)(?<tail>everyone|here)|(?<head>discord\.)(?<tail>gg|io|me|li)|(?<head>discord(app)?\.com/)(?<tail>invite)|(?<head>dsc\.)(?<tail>gg)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Live();

    /// <summary>Discord would count on from the first of these by itself.</summary>
    [GeneratedRegex(@"\G[0-9]+[.)]", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();
}
