using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Requests.Abstractions;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>
/// The Bot API: the library's requests and answers, and a way to the wire that sends each request once, repeats nothing
/// and says of every failure whether the request may have arrived.
/// </summary>
internal sealed class TelegramApi(IHttpClientFactory clients, IOptions<TelegramOptions> options)
    : TelegramBotClient(new TelegramBotClientOptions($"{options.Value.BotId}:hidden") { RetryCount = 1, RetryThreshold = 0 })
{
    /// <summary>The name of the client in the factory.</summary>
    public const string ClientName = "Telegram";

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
        // In real time, whatever the bot's clock does: the server does not know of it.
        patience.CancelAfter(options.Value.Timeout + TimeSpan.FromSeconds((request as PollRequest)?.Timeout ?? 0));
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

    private static string Describe(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => "stopped while waiting for the answer",
        OperationCanceledException => "no answer in time",
        HttpRequestException { InnerException: SocketException socket } => $"connection failed: {socket.SocketErrorCode}",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => $"connection failed: {http.HttpRequestError}",
        _ => "connection lost",
    };
}
