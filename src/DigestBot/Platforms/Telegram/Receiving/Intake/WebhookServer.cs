using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DigestBot.Delivery;
using DigestBot.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Telegram.Receiving.Intake;

/// <summary>Takes Telegram's requests, of those that carry the secret, and answers each once its update was handled.</summary>
internal sealed class WebhookServer(
    IOptions<TelegramOptions> telegram, IOptions<WebhookOptions> options, WebhookQueue queue, PlatformHolds holds, ILoggerFactory loggers) : IHostedService
{
    /// <summary>The header that carries the secret.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>No update is near it.</summary>
    private const int LargestUpdate = 1024 * 1024;

    private readonly byte[] _secret = HashOf(WebhookOptions.SecretOf(telegram.Value.Token));
    private readonly SmallServer _server = new(loggers);

    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(
        options.Value.Address,
        options.Value.Port,
        server => server.Run(async context => context.Response.StatusCode = await AnswerAsync(context.Request)),
        cancellationToken,
        LargestUpdate);

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    private async Task<int> AnswerAsync(HttpRequest request)
    {
        // Compared as hashes, which takes the same time whatever was sent.
        if (!CryptographicOperations.FixedTimeEquals(HashOf(request.Headers[SecretHeader].ToString()), _secret))
            return StatusCodes.Status401Unauthorized;
        if (request.Path != options.Value.Url!.AbsolutePath)
            return StatusCodes.Status404NotFound;
        if (!HttpMethods.IsPost(request.Method))
            return StatusCodes.Status405MethodNotAllowed;
        if (await TryReadAsync(request) is not { } update)
            return StatusCodes.Status400BadRequest;

        // Another instance listens: what is pushed here comes to it with the next try.
        return holds.Has(TelegramPlatform.PlatformName) && await queue.HandledAsync(update) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
    }

    private static async Task<JsonElement?> TryReadAsync(HttpRequest request)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out _)
                ? root.Clone()
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
