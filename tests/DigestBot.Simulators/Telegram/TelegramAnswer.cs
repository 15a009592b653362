using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Telegram;

/// <summary>Writes answers in the Bot API's form, and spoilt ones.</summary>
internal static class TelegramAnswer
{
    public static Task SendAsync(HttpContext http, JsonNode result) =>
        WriteAsync(http, 200, new JsonObject { ["ok"] = true, ["result"] = result.Parent is null ? result : result.DeepClone() }.ToJsonString());

    public static Task SendAsync(HttpContext http, TelegramException error)
    {
        if (error.Parameters?["retry_after"] is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToJsonString();
        return WriteAsync(http, error.Code, Body(error.Code, error.Message, error.Parameters));
    }

    /// <summary>0 where no answer will be given.</summary>
    public static int StatusOf(Fault fault) => fault.Kind == FaultKind.Answer ? fault.Status : 0;

    public static async Task SpoilAsync(HttpContext http, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Cut:
                http.Abort();
                break;
            case FaultKind.Hang:
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                await AnswerAsync(http, fault);
                break;
        }
    }

    private static Task AnswerAsync(HttpContext http, Fault fault)
    {
        var description = fault.Description ?? Usual(fault.Status);
        JsonObject? parameters = null;
        if (fault.RetryAfter is { } seconds)
        {
            var whole = (int)Math.Ceiling(seconds);
            if (fault.RetryAfterIn.HasFlag(RetryAfterPlaces.Text))
                description = $"Too Many Requests: retry after {whole}";
            if (fault.RetryAfterIn.HasFlag(RetryAfterPlaces.Header))
                http.Response.Headers.RetryAfter = whole.ToString(CultureInfo.InvariantCulture);
            if (fault.RetryAfterIn.HasFlag(RetryAfterPlaces.Body))
                parameters = new JsonObject { ["retry_after"] = whole };
        }

        return WriteAsync(http, fault.Status, fault.Body ?? Body(fault.Status, description, parameters), fault.Body is null ? "application/json" : "text/html");
    }

    private static string Body(int code, string description, JsonObject? parameters)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameters is not null)
            body["parameters"] = parameters.DeepClone();
        return body.ToJsonString();
    }

    private static string Usual(int status) => status switch
    {
        400 => "Bad Request: chat not found",
        401 => "Unauthorized",
        403 => "Forbidden: bot was blocked by the user",
        404 => "Not Found",
        409 => "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        421 => "Misdirected Request",
        429 => "Too Many Requests",
        502 => "Bad Gateway",
        504 => "Gateway Timeout",
        _ => "Internal Server Error",
    };

    private static Task WriteAsync(HttpContext http, int status, string body, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body, http.RequestAborted);
    }
}
