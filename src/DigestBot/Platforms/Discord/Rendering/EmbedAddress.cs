namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>
/// Links as the address of an embed. Discord refuses the whole message where it takes one for no address: one on a host without a
/// dot, such as <c>http://wiki/page</c> (seen in https://github.com/bugsink/bugsink/issues/280), or one that is too long.
/// </summary>
internal static class EmbedAddress
{
    private const int Longest = 2048;

    /// <summary>The link in the form that is sent; null where Discord would not take it.</summary>
    public static string? Of(Uri? link) =>
        link is { IsAbsoluteUri: true, Scheme: "http" or "https", AbsoluteUri: { Length: <= Longest } address } && IsPublic(link) ? address : null;

    private static bool IsPublic(Uri link) => link.HostNameType switch
    {
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => true,
        UriHostNameType.Dns => link.Host.Trim('.').Contains('.', StringComparison.Ordinal),
        _ => false,
    };
}
