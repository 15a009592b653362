using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DigestBot.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
    private WebApplication? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpdate;
            kestrel.Listen(IPAddress.Parse(options.Value.Address), options.Value.Port);
        });
        builder.Services.Add(new(typeof(ILoggerFactory), loggers));
        _server = builder.Build();
        _server.Run(async context => context.Response.StatusCode = await AnswerAsync(context.Request));
        await _server.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
            return;

        await _server.StopAsync(cancellationToken);
        await _server.DisposeAsync();
    }

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
