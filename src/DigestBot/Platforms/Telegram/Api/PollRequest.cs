using System.Text.Json;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>
/// A poll that takes each update as it came: one that this version of the library can't read must not hide the others, nor
/// come again for ever.
/// </summary>
internal sealed class PollRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>Updates before this are confirmed.</summary>
    public int? Offset { get; init; }

    /// <summary>1 to 100.</summary>
    public int? Limit { get; init; }

    /// <summary>How many seconds the server waits for an update.</summary>
    public int Timeout { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
