using DigestBot.Commands;
using DigestBot.Platforms.Discord.Rest;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>Files that come with commands, fetched from where Discord keeps them and from nowhere else, without the bot's token.</summary>
internal sealed class DiscordFiles(IHttpClientFactory clients, IOptions<DiscordOptions> options)
{
    /// <summary>The name of the client in the factory.</summary>
    public const string ClientName = "Discord files";

    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client = clients.CreateClient(ClientName);

    /// <summary>Null where none came along.</summary>
    public AttachedFile? Of(Interaction interaction) =>
        interaction.Data?.Resolved?.Attachments?.Values.FirstOrDefault() is { Url: { } url } attachment
            ? new AttachedFile(attachment.Size ?? 0, (most, stop) => ReadAsync(url, most, stop))
            : null;

    private async Task<byte[]> ReadAsync(string url, int most, CancellationToken cancellationToken)
    {
        const string Route = "GET attachments";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsDiscords(address))
            throw new DiscordFailure(Route, "an address that is none of Discord's") { MayHaveArrived = false };

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.IsSuccessStatusCode
                ? await BoundedReading.ReadAsync(response.Content, most, patience.Token)
                : throw new DiscordFailure(Route, "the file was not given") { Status = (int)response.StatusCode, MayHaveArrived = false };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Its message may name the address, which is signed.
            throw new DiscordFailure(Route, failure.GetType().Name) { MayHaveArrived = false };
        }
    }

    private bool IsDiscords(Uri address) =>
        address is { UserInfo: "" } &&
        ((address is { Scheme: "https", IsDefaultPort: true } && Hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)) ||
            address.GetLeftPart(UriPartial.Authority).Equals(options.Value.BaseUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
}
