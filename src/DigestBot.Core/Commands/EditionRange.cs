using System.Globalization;

namespace DigestBot.Commands;

/// <summary>
/// What a digest was about, as its button says it: the subscription's short name and the editions from the oldest to the
/// newest, <c>1f0c2a9b 120-140</c>, and a page.
/// </summary>
internal readonly record struct EditionRange(string Target, long Oldest, long Newest, int Page)
{
    /// <summary>The command line that lists it, without the page.</summary>
    public string Action => string.Create(CultureInfo.InvariantCulture, $"articles {Target} {Oldest}-{Newest}");

    public static EditionRange? TryParse(string text)
    {
        if (text.Split(' ') is not [var target, var range, .. var rest] || rest.Length > 1 || range.Split('-') is not [var from, var to])
            return null;

        var page = 0;
        var isRead = long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var oldest)
            & long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var newest);
        isRead &= rest.Length == 0 || int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out page);
        return isRead ? new EditionRange(target, oldest, newest, page) : null;
    }

    public bool Holds(long edition) => edition >= Oldest && edition <= Newest;
}
