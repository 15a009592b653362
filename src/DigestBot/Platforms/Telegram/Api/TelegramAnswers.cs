using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>Reads the Bot API's answers, and what proxies and load balancers put in their place.</summary>
internal static partial class TelegramAnswers
{
    private const int TooManyRequests = 429;

    /// <summary>The result; throws <see cref="TelegramFailure"/> for every other answer.</summary>
    public static async Task<T> ReadAsync<T>(string method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var status = (int)response.StatusCode;
        // What comes a thousand times a second, and is the longest of all answers.
        if (status == 200 && typeof(T) == typeof(SentMessage) && SentMessage.TryRead(body) is T sent)
            return sent;

        var answer = TryRead<ApiResponse<T>>(body);
        if (status == 200 && answer is { Ok: true, Result: not null })
            return answer.Result;

        // Success whose body says nothing usable: it may well have been done.
        if (response.IsSuccessStatusCode && answer is null or { Ok: true })
            throw new TelegramFailure(method, "an answer that is no Bot API answer") { Status = status, MayHaveArrived = true };

        throw Refused(method, status, TryRead<ApiResponse>(body), response);
    }

    private static TelegramFailure Refused(string method, int status, ApiResponse? answer, HttpResponseMessage response)
    {
        var code = answer is { ErrorCode: > 0, Description: not null } ? answer.ErrorCode : (int?)null;
        var reason = code is null ? $"HTTP {status.ToString(CultureInfo.InvariantCulture)}" : answer!.Description!;
        return new TelegramFailure(method, reason)
        {
            Status = status,
            Code = code,
            MayHaveArrived = (code ?? status) >= 500,
            RetryAfter = (code ?? status) == TooManyRequests ? RetryAfter(answer, reason, response) : null,
            MigratedTo = answer?.Parameters?.MigrateToChatId,
        };
    }

    /// <summary>The body says it, else the header, else the text.</summary>
    private static TimeSpan? RetryAfter(ApiResponse? answer, string reason, HttpResponseMessage response)
    {
        if (answer?.Parameters?.RetryAfter is { } seconds)
            return TimeSpan.FromSeconds(seconds);
        if (response.Headers.RetryAfter is { } header)
            return header.Delta ?? (header.Date - response.Headers.Date);
        return InText().Match(reason) is { Success: true } said
            ? TimeSpan.FromSeconds(int.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static T? TryRead<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, JsonBotAPI.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"retry after (\d{1,9})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InText();
}
