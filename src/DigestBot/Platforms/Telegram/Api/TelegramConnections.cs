namespace DigestBot.Platforms.Telegram.Api;

/// <summary>How the bot reaches the Bot API's server.</summary>
internal static class TelegramConnections
{
    public static SocketsHttpHandler Create() => new()
    {
        // No activity is made of a request: its url.full would carry the token.
        ActivityHeadersPropagator = null,
        // A redirect would hand the token to whoever it names.
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // The lifetime lets a change of the server's address be seen; the idle time is shorter than most servers' own.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(55),
        MaxConnectionsPerServer = 256,
    };
}
