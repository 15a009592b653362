using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rest;

/// <summary>
/// What a failed send means for the delivery. Status and code are read together: a code that is not known says what its
/// status says, and an answer that is not Discord's says nothing about a chat.
/// </summary>
internal static class DiscordOutcomes
{
    /// <summary>A firewall that turned the bot away has nothing to gain from being asked every few seconds.</summary>
    private static readonly TimeSpan AfterFirewall = TimeSpan.FromMinutes(1);

    /// <summary>What Discord has switched off for a while comes back by itself.</summary>
    private static readonly TimeSpan AfterSwitchedOff = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterWriteLimit = TimeSpan.FromSeconds(10);

    /// <summary>The server has as many active threads as Discord takes: older ones have to be archived first.</summary>
    private static readonly TimeSpan AfterThreadLimit = TimeSpan.FromMinutes(5);

    public static SendOutcome Of(DiscordFailure failure) => failure switch
    {
        { Status: 429 } => Flooded(failure),
        // Overloaded, or with no shard to take it: said before anything was done.
        { Code: 130000 } => new SendOutcome.Later(failure.RetryAfter, LaterScope.Lane, failure.Reason),
        { MayHaveArrived: true } => new SendOutcome.Unknown(failure.Reason),
        { Status: null } => new SendOutcome.Later(null, LaterScope.Lane, failure.Reason),
        { Status: 403, Code: null } or { Code: 40333 } => new SendOutcome.Later(AfterFirewall, LaterScope.Lane, failure.Reason),
        { Code: null } => new SendOutcome.Later(null, LaterScope.Lane, failure.Reason),
        { Status: 401 } or { Code: 50014 } => new SendOutcome.Halted(failure.Reason),
        _ => OfCode(failure),
    };

    private static SendOutcome.Later Flooded(DiscordFailure failure) => failure switch
    {
        { Code: null, RetryAfter: null } => new SendOutcome.Later(AfterFirewall, LaterScope.Lane, failure.Reason),
        { Scope: RateScope.Global } or { Code: null, Scope: RateScope.Unstated } => new SendOutcome.Later(failure.RetryAfter, LaterScope.Lane, failure.Reason),
        _ => new SendOutcome.Later(failure.RetryAfter ?? TimeSpan.FromSeconds(1), LaterScope.Chat, failure.Reason),
    };

    private static SendOutcome OfCode(DiscordFailure failure) => failure.Code switch
    {
        // Unknown channel or server, no access, no permission, no text channel, closed to direct messages, no server in
        // common, a thread that is archived or locked.
        10003 or 10004 or 50001 or 50013 or 50007 or 50008 or 50278 or 50083 or 160005 => new SendOutcome.Gone(failure.Reason),
        // Slow mode, write limits of channel and server, direct messages opened too fast, resource limited.
        20016 or 20028 or 20029 or 40003 or 40062 => new SendOutcome.Later(failure.RetryAfter ?? AfterWriteLimit, LaterScope.Chat, failure.Reason),
        // Sending is switched off for now, or a feature is, which may be that of one kind of channel
        // (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).
        40004 => new SendOutcome.Later(failure.RetryAfter ?? AfterSwitchedOff, LaterScope.Lane, failure.Reason),
        40006 => new SendOutcome.Later(failure.RetryAfter ?? AfterSwitchedOff, LaterScope.Chat, failure.Reason),
        160006 => new SendOutcome.Later(AfterThreadLimit, LaterScope.Chat, failure.Reason),
        // A tag has to be put on a post: which there are is asked anew.
        40067 => new SendOutcome.Later(AfterWriteLimit, LaterScope.Chat, failure.Reason),
        // The message that this nonce made was deleted, or the text is one that the server's filters hold back.
        10008 or 200000 or 200001 or 240000 => new SendOutcome.Refused(failure.Reason),
        _ => OfStatus(failure),
    };

    private static SendOutcome OfStatus(DiscordFailure failure) => failure switch
    {
        // "404: Not Found" without a code speaks of the path, not of the chat: the address of the API is wrong.
        { Status: 404, Code: 0 } when failure.Reason.Contains("404:", StringComparison.Ordinal) => new SendOutcome.Later(null, LaterScope.Lane, failure.Reason),
        { Status: 403 or 404 or 410 } => new SendOutcome.Gone(failure.Reason),
        { Status: 400 or 405 or 413 or 415 or 422 } => new SendOutcome.Refused(failure.Reason),
        _ => new SendOutcome.Later(null, LaterScope.Lane, failure.Reason),
    };
}
