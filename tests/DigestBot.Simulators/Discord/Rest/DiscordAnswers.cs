using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>Writes answers in the API's form, and spoilt ones.</summary>
internal sealed class DiscordAnswers(DiscordOddities oddities, Func<DateTimeOffset> now)
{
    /// <summary>How far another make's error codes lie from Discord's.</summary>
    private const int Shift = 7_000_000;

    public Task SendAsync(HttpContext http, DiscordResult result) =>
        WriteAsync(http, result.Status, result.Body is null ? "" : Oddities.Apply(result.Body, oddities).ToJsonString());

    public Task SendAsync(HttpContext http, DiscordRefusal refusal)
    {
        var body = new JsonObject { ["message"] = refusal.Message };
        if (refusal.Status == 429)
        {
            var seconds = refusal.RetryAfter ?? 1;
            (body["retry_after"], body["global"]) = (Math.Round(seconds, 3), refusal.Scope == "global");
            TellTooMany(http, seconds, refusal.Scope ?? "user");
        }

        if (refusal.Status != 429 || refusal.Code != 0)
            body["code"] = refusal.Code + (refusal.Code != 0 && oddities.HasFlag(DiscordOddities.OtherErrorCodes) ? Shift : 0);
        if (refusal.Errors is not null)
            body["errors"] = refusal.Errors;
        return WriteAsync(http, refusal.Status, Oddities.Apply(body, oddities & DiscordOddities.ExtraFields).ToJsonString());
    }

    public void Tell(HttpContext http, BucketState bucket)
    {
        var headers = http.Response.Headers;
        var reset = (now() - DateTimeOffset.UnixEpoch).TotalSeconds + bucket.ResetAfter;
        headers["X-RateLimit-Limit"] = bucket.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = bucket.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = oddities.HasFlag(DiscordOddities.ResetInMilliseconds)
            ? Math.Ceiling(reset * 1000).ToString("F0", CultureInfo.InvariantCulture)
            : reset.ToString("F3", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = bucket.ResetAfter.ToString("F3", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = bucket.Id;
    }

    /// <summary>0 where no answer will be given.</summary>
    public static int StatusOf(Fault fault) => fault.Kind == FaultKind.Answer ? fault.Status : 0;

    public async Task SpoilAsync(HttpContext http, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Cut:
                http.Abort();
                break;
            case FaultKind.Hang:
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case FaultKind.Answer when fault.Body is not null:
                if (fault.RetryAfter is { } seconds)
                    http.Response.Headers.RetryAfter = Whole(seconds);
                await WriteAsync(http, fault.Status, fault.Body, "text/html");
                break;
            default:
                var (code, message) = Usual(fault.Status);
                await SendAsync(http, new DiscordRefusal(fault.Status, fault.Code ?? code, fault.Description ?? message)
                {
                    RetryAfter = fault.RetryAfter,
                    Scope = fault.Scope,
                });
                break;
        }
    }

    private static void TellTooMany(HttpContext http, double seconds, string scope)
    {
        http.Response.Headers.RetryAfter = Whole(seconds);
        http.Response.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global")
            http.Response.Headers["X-RateLimit-Global"] = "true";
    }

    private static string Whole(double seconds) => Math.Ceiling(seconds).ToString("F0", CultureInfo.InvariantCulture);

    private static (int Code, string Message) Usual(int status) => status switch
    {
        400 => (50035, "Invalid Form Body"),
        401 => (0, "401: Unauthorized"),
        403 => (50013, "Missing Permissions"),
        404 => (10003, "Unknown Channel"),
        405 => (0, "405: Method Not Allowed"),
        429 => (0, "You are being rate limited."),
        502 => (0, "There was not a gateway available to process your request. Wait a bit and retry."),
        503 => (130000, "API resource is currently overloaded. Try again a little later"),
        _ => (0, $"{status}: Internal Server Error"),
    };

    private static Task WriteAsync(HttpContext http, int status, string body, string type = "application/json")
    {
        http.Response.StatusCode = status;
        if (body.Length == 0)
            return Task.CompletedTask;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body, http.RequestAborted);
    }
}
