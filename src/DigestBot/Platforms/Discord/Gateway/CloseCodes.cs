namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What follows a connection that has ended.</summary>
internal enum Next
{
    /// <summary>The session goes on over a new connection.</summary>
    Resume,

    /// <summary>A new session.</summary>
    Identify,

    /// <summary>Nothing: the gateway will not take this bot until somebody changes something.</summary>
    Stop,
}

/// <summary>What the gateway's close codes mean.</summary>
internal static class CloseCodes
{
    /// <summary>This bot's own way out: after 1000 and 1001 the session could not be resumed.</summary>
    public const int Leaving = 4000;

    public static Next NextAfter(int? code) => code switch
    {
        4004 or (>= 4010 and <= 4014) => Next.Stop,
        4007 or 4009 => Next.Identify,
        _ => Next.Resume,
    };

    /// <summary>What somebody has to do where it is <see cref="Next.Stop"/>.</summary>
    public static string Describe(int? code) => code switch
    {
        4004 => "4004: the token is not taken; check Discord:Token",
        4010 => "4010: the shard is not valid",
        4011 => "4011: the bot is in so many servers that it needs more shards than the gateway named",
        4012 => "4012: the gateway no longer speaks version 10",
        4013 => "4013: the intents are not valid",
        4014 => "4014: the intents are not allowed for this application",
        null => "closed without a code",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"closed with code {code}"),
    };
}
