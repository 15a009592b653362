namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>The address of a connection.</summary>
internal static class GatewayUrl
{
    /// <summary>The first that is a ws or wss address, with the version and the encoding that this bot speaks.</summary>
    public static Uri For(string? resume, string? first)
    {
        var url = TryRead(resume) ?? TryRead(first) ?? new Uri("wss://gateway.discord.gg");
        return new UriBuilder(url) { Query = "v=10&encoding=json" }.Uri;
    }

    private static Uri? TryRead(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var read) && read.Scheme is "ws" or "wss" ? read : null;
}
