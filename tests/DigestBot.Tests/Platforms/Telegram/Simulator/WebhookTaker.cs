using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Telegram.Simulator;

/// <summary>Takes pushed updates, the first time with a failure.</summary>
internal sealed class WebhookTaker : IAsyncDisposable
{
    private readonly TaskCompletionSource<(string Secret, string Body)> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;

    private WebhookTaker(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/hook";

    public int Offered { get; private set; }

    public static async Task<WebhookTaker> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var taker = new WebhookTaker(builder.Build());
        taker._app.Run(taker.TakeAsync);
        await taker._app.StartAsync();
        return taker;
    }

    public Task<(string Secret, string Body)> TakenAsync() => _taken.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (++Offered == 1)
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else
            _taken.TrySetResult((http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(), body));
    }
}
