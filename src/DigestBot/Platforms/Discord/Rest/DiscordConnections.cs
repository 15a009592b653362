namespace DigestBot.Platforms.Discord.Rest;

/// <summary>How the bot reaches the REST API's server.</summary>
internal static class DiscordConnections
{
    public static SocketsHttpHandler Create() => new()
    {
        // No activity is made of a request: the url.full of an interaction's answer would carry its token.
        ActivityHeadersPropagator = null,
        // A redirect would hand the token to whoever it names.
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(55),
    };
}
