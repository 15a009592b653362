using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord.Rest;

/// <summary>
/// The REST API: sends each request once, when its limits allow, repeats nothing and says of every failure whether the
/// request may have arrived.
/// </summary>
internal sealed partial class DiscordRest(IHttpClientFactory clients, RateLimits limits, TimeProvider time, ILogger<DiscordRest> logger)
{
    /// <summary>The name of the client in the factory.</summary>
    public const string ClientName = "Discord";

    private const int TooManyRequests = 429;

    /// <summary>
    /// What stands before Discord could not connect to it: down, unreachable, or no handshake
    /// (https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/).
    /// </summary>
    private static readonly int[] NeverConnected = [521, 523, 525, 526];

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client = clients.CreateClient(ClientName);

    /// <summary>Why the call would have to wait; null where it may go at once.</summary>
    public HeldBack? HeldBackNow(RestRequest request) => limits.HeldBackNow(request);

    /// <summary>The answer read as JSON; null where its body is something else.</summary>
    public async Task<T?> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => TryRead(await SendAsync(request, cancellationToken), type);

    /// <summary>
    /// The answer's body. Throws <see cref="DiscordFailure"/>, or <see cref="OperationCanceledException"/> where the caller
    /// cancelled before anything could have arrived.
    /// </summary>
    public async Task<byte[]> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        var place = await EnterAsync(request, cancellationToken);
        RateHeaders? said = null;
        try
        {
            using var content = await ContentAsync(request, cancellationToken);
            using var message = new HttpRequestMessage(request.Method, new Uri(DiscordAddress.Shown, request.Path)) { Content = content };
            var (response, body) = await ExchangeAsync(request, message, content, cancellationToken);
            using (response)
            {
                said = RateHeaders.Read(response, time.GetUtcNow());
                return response.IsSuccessStatusCode ? body : throw Refused(request, place, response, body, said);
            }
        }
        finally
        {
            limits.Leave(request, place, said);
        }
    }

    private static async Task<WatchedContent?> ContentAsync(RestRequest request, CancellationToken cancellationToken)
    {
        if (request.Body is not { } body || request.File is not { } file)
            return request.Body is null ? null : new WatchedContent(request.Body, Json);

        var json = new ByteArrayContent(body);
        json.Headers.ContentType = Json;
        using var form = new MultipartFormDataContent { { json, "payload_json" }, { new StringContent(file.Json, Json), "files[0]", file.Name } };
        return await WatchedContent.OfAsync(form, cancellationToken);
    }

    private async Task<RateBucket> EnterAsync(RestRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (place, wait) = limits.Enter(request);
            if (place is not null)
                return place;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<(HttpResponseMessage Response, byte[] Body)> ExchangeAsync(
        RestRequest request, HttpRequestMessage message, WatchedContent? content, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(request.Patience);
        try
        {
            var response = await _client.SendAsync(message, HttpCompletionOption.ResponseContentRead, patience.Token);
            return (response, await response.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            var hasBegun = content?.HasBegun ?? true;
            if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested && !hasBegun)
                throw;
            throw new DiscordFailure(request.Route, Describe(failure, cancellationToken), failure) { MayHaveArrived = hasBegun };
        }
    }

    private DiscordFailure Refused(RestRequest request, RateBucket place, HttpResponseMessage response, byte[] body, RateHeaders said)
    {
        var status = (int)response.StatusCode;
        var error = TryRead(body, DiscordJson.Wire.ErrorAnswer) is { } read && (read.Message is not null || read.Code is not null) ? read : null;
        var scope = error?.Global == true ? RateScope.Global : said.Scope;
        var retryAfter = status == TooManyRequests ? RateHeaders.After(error?.RetryAfter) ?? response.Headers.RetryAfter?.Delta ?? said.ResetAfter : null;
        if (status == TooManyRequests)
            limits.Flooded(place, scope, retryAfter ?? TimeSpan.FromSeconds(1));
        if (status is 401 or 403 or TooManyRequests && limits.Refused(status, scope))
            Log.BudgetUsedUp(logger, InvalidRequests.Most);

        var code = error is null ? (int?)null : error.Code ?? 0;
        return new DiscordFailure(request.Route, string.Create(CultureInfo.InvariantCulture, $"HTTP {status} {code}: {error?.Message ?? "no answer of Discord's"}"))
        {
            Status = status,
            Code = code,
            MayHaveArrived = status >= 500 && !NeverConnected.Contains(status),
            RetryAfter = retryAfter,
            Scope = scope,
        };
    }

    private static T? TryRead<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Describe(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => "broken off while waiting for the answer",
        OperationCanceledException => "no answer in time",
        HttpRequestException { InnerException: SocketException socket } => $"connection failed: {socket.SocketErrorCode}",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => $"connection failed: {http.HttpRequestError}",
        _ => "connection lost",
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Discord refused {Most} requests within ten minutes; nothing is sent until they are older")]
        public static partial void BudgetUsedUp(ILogger logger, int most);
    }
}
