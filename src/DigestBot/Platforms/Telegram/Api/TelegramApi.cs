using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>
/// The Bot API: the library's requests and answers, and a way to the wire that sends each request once, repeats nothing
/// and says of every failure whether the request may have arrived.
/// </summary>
internal sealed partial class TelegramApi(IHttpClientFactory clients, IOptions<TelegramOptions> options)
    : TelegramBotClient(new TelegramBotClientOptions($"{options.Value.BotId}:hidden") { RetryCount = 1, RetryThreshold = 0 })
{
    /// <summary>The name of the client in the factory.</summary>
    public const string ClientName = "Telegram";

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client = clients.CreateClient(ClientName);

    /// <summary>
    /// Throws <see cref="TelegramFailure"/>, or <see cref="OperationCanceledException"/> where the caller cancelled before
    /// anything could have arrived.
    /// </summary>
    public override async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        using var json = request.ToHttpContent();
        using var content = await WatchedContent.OfAsync(json, cancellationToken);
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(TelegramAddress.Shown, request.MethodName)) { Content = content };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceFor(request));
        try
        {
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseContentRead, patience.Token);
            return await TelegramAnswers.ReadAsync<TResponse>(request.MethodName, response, patience.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested && !content.HasBegun)
                throw;
            throw new TelegramFailure(request.MethodName, Describe(failure, cancellationToken), failure) { MayHaveArrived = content.HasBegun };
        }
    }

    /// <summary>The bytes of a file that <c>getFile</c> told of. Throws as <see cref="SendRequest"/> does, and <see cref="InvalidDataException"/> where there is more of it.</summary>
    public async Task<byte[]> DownloadAsync(string path, int most, CancellationToken cancellationToken)
    {
        const string Method = "file";
        if (!FilePath().IsMatch(path) || path.Contains("..", StringComparison.Ordinal))
            throw new TelegramFailure(Method, "a path that is none of the Bot API's") { MayHaveArrived = false };

        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(TelegramAddress.Shown, TelegramAddress.Files + path));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.Timeout);
        try
        {
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (!response.IsSuccessStatusCode)
                throw new TelegramFailure(Method, string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}")) { Status = (int)response.StatusCode, MayHaveArrived = false };
            return await BoundedReading.ReadAsync(response.Content, most, patience.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new TelegramFailure(Method, Describe(failure, cancellationToken), failure) { MayHaveArrived = false };
        }
    }

    /// <summary>
    /// In real time, whatever the bot's clock does: the server does not know of it. How long a send may take is its sender's to
    /// say, who has leased it for as long as that.
    /// </summary>
    private TimeSpan PatienceFor(object request) => request switch
    {
        SendPartRequest => System.Threading.Timeout.InfiniteTimeSpan,
        // One chat's question must not keep all others waiting for their updates.
        GetChatMemberRequest or GetFileRequest or AnswerCallbackQueryRequest => Shorter(options.Value.Timeout, Quick),
        PollRequest { Timeout: { } seconds } => options.Value.Timeout + TimeSpan.FromSeconds(seconds),
        _ => options.Value.Timeout,
    };

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Relative to the bot's own files; a local server's absolute paths are on its machine, not on this one.</summary>
    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_./-]{0,199}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FilePath();

    private static string Describe(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => "broken off while waiting for the answer",
        OperationCanceledException => "no answer in time",
        HttpRequestException { InnerException: SocketException socket } => $"connection failed: {socket.SocketErrorCode}",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => $"connection failed: {http.HttpRequestError}",
        _ => "connection lost",
    };
}
