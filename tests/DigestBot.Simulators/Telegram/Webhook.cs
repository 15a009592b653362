using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>Where the bot wants its updates pushed to.</summary>
public sealed record Webhook(string Url, string? Secret);

/// <summary>Pushes updates one after another, again until the bot answers with 2xx.</summary>
internal sealed class WebhookPusher(TelegramUpdates updates) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private Task _loop = Task.CompletedTask;

    public void Start() => _loop = Task.Run(RunAsync);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                if (updates.Webhook is not { } webhook || updates.First() is not { } first || !await PushAsync(webhook, first.Update))
                    await Task.Delay(Pause, _stop.Token);
                else
                    updates.Confirm(first.Id);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<bool> PushAsync(Webhook webhook, JsonObject update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(update.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (webhook.Secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.Secret);
        try
        {
            using var response = await _http.SendAsync(request, _stop.Token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
