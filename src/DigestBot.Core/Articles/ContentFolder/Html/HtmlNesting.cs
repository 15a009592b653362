namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>
/// Looks at the tags before a parser does: hundreds of thousands of nested elements cost a parser time that grows with the
/// square of the depth.
/// </summary>
internal static class HtmlNesting
{
    // Elements that never or often have no end tag: they do not nest.
    private static readonly HashSet<string> WithoutEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "html", "head", "body",
    };

    /// <summary>Whether more than <paramref name="limit"/> elements stand open at once. One pass, nothing kept but a count.</summary>
    public static bool IsDeeperThan(ReadOnlySpan<char> html, int limit)
    {
        var names = WithoutEnd.GetAlternateLookup<ReadOnlySpan<char>>();
        var open = 0;
        while (html.IndexOf('<') is >= 0 and var at && at + 1 < html.Length)
        {
            html = html[(at + 1)..];
            var isEnd = html[0] == '/';
            var name = isEnd ? html[1..] : html;
            var length = 0;
            while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
                length++;
            if (length == 0 || names.Contains(name[..length]))
                continue;

            open = isEnd ? Math.Max(0, open - 1) : open + 1;
            if (open > limit)
                return true;
        }

        return false;
    }
}
