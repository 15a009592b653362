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
        var isTelegrams = answer is { ErrorCode: > 0, Description: not null };
        var code = isTelegrams ? answer!.ErrorCode : status;
        var reason = isTelegrams ? answer!.Description! : $"HTTP {status.ToString(CultureInfo.InvariantCulture)}";
        return new TelegramFailure(method, reason)
        {
            Status = status,
            Code = code,
            MayHaveArrived = code >= 500 || code < 400,
            RetryAfter = code == TooManyRequests ? RetryAfter(answer, reason, response) : null,
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
        return InText().Match(reason) is { Success: true } match && double.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var said)
            ? TimeSpan.FromSeconds(Math.Min(said, TimeSpan.FromDays(7).TotalSeconds))
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
