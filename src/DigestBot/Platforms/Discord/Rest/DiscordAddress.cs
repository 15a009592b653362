using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Discord.Rest;

/// <summary>
/// Puts the address, the token and the name into a request at the last moment: whatever logs, counts or traces above this
/// sees no secret.
/// </summary>
internal sealed class DiscordAddress(IOptions<DiscordOptions> options) : DelegatingHandler
{
    /// <summary>The address that is seen above this handler.</summary>
    public static Uri Shown { get; } = new("http://discord.invalid/");

    /// <summary>In the form that Discord asks for; this bot has no site of its own.</summary>
    private static readonly string UserAgent =
        $"DiscordBot (https://digestbot.invalid, {typeof(DiscordAddress).Assembly.GetName().Version?.ToString(3) ?? "1.0.0"})";

    private readonly string _root = options.Value.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
    private readonly AuthenticationHeaderValue _authorization = new("Bot", options.Value.Token);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(_root + request.RequestUri!.PathAndQuery);
        request.Headers.Authorization = _authorization;
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return base.SendAsync(request, cancellationToken);
    }
}
