using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Discord.World;

/// <summary>A file that somebody puts into an option of a command, or that the bot sends.</summary>
public sealed record DiscordFile(string Name, byte[] Content)
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>Where it is said to be; null for where it is.</summary>
    public string? Url { get; init; }

    /// <summary>How large it is said to be; null for as large as it is.</summary>
    public int? Size { get; init; }
}

/// <summary>The files that people sent, given out to whoever knows the address, as from Discord's own network of files.</summary>
internal sealed class DiscordFiles(DiscordSimulator simulator)
{
    public const string Path = "/attachments/";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DiscordFile> _files = [];

    /// <summary>Takes a file; returns its number and how an interaction describes it.</summary>
    public (string Id, JsonObject Described) Add(DiscordFile file)
    {
        var id = Snowflakes.Text(simulator.World.NextId());
        lock (_gate)
            _files[id] = file;
        return (id, new JsonObject
        {
            ["id"] = id,
            ["filename"] = file.Name,
            ["size"] = file.Size ?? file.Content.Length,
            ["url"] = file.Url ?? new Uri(simulator.Url, $"{Path}{id}/{Uri.EscapeDataString(file.Name)}?ex=1&hm=signature").ToString(),
            ["proxy_url"] = "",
            ["content_type"] = file.ContentType,
            ["ephemeral"] = true,
        });
    }

    public async Task GiveAsync(HttpContext http)
    {
        DiscordFile? file;
        lock (_gate)
            file = _files.GetValueOrDefault(http.Request.Path.Value![Path.Length..].Split('/')[0]);
        // Files are no part of the API: a token that is shown here is shown to strangers.
        var isRefused = file is null || http.Request.Headers.ContainsKey("Authorization");
        simulator.Ledger.Add(new LedgerEntry
        {
            At = simulator.World.Now(),
            Seconds = simulator.Seconds,
            Method = "download",
            Verdict = isRefused ? Verdict.Refused : Verdict.Accepted,
            Status = isRefused ? 403 : 200,
        });
        http.Response.StatusCode = isRefused ? 403 : 200;
        if (!isRefused)
            await http.Response.Body.WriteAsync(file!.Content, http.RequestAborted);
    }
}
