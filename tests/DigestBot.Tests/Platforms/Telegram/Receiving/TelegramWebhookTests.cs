using System.Net;
using System.Net.Sockets;
using System.Text;
using DigestBot.Platforms.Telegram.Receiving.Intake;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Updates that Telegram pushes: from Telegram alone, each answered once, and confirmed when its answer is on record.</summary>
public sealed class TelegramWebhookTests : IAsyncLifetime
{
    private const string Path = "/telegram/hook";

    private readonly HttpClient _http = new();
    private readonly string _url = $"http://127.0.0.1:{FreePort()}{Path}";
    private TelegramConversation _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Secret => WebhookOptions.SecretOf(_bot.Telegram.Token);

    public async ValueTask InitializeAsync() => _bot = await TelegramConversation.StartAsync(settings: Settings(_url));

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task What_a_person_writes_is_pushed_and_answered()
    {
        var (ani, chat) = Person();

        var answers = new[] { await AnswerAsync("/digest satu"), await AnswerAsync("/digest dua") };

        Assert.Equal(["digest satu", "digest dua"], answers);
        await _bot.HandledAsync();
        Assert.Equal(0, _bot.Telegram.Updates.Polls);
        Assert.Equal((_url, Secret), (_bot.Telegram.Updates.Webhook!.Url, _bot.Telegram.Updates.Webhook.Secret));
        Assert.Equal(WantedUpdates.Names, _bot.Telegram.Updates.Allowed);
        Assert.Empty(_bot.Health.Problems());

        async Task<string> AnswerAsync(string line) => (await _bot.AnswerToAsync(_bot.Telegram.People.Say(chat, ani, line))).Text;
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData("wrong", 401)]
    [InlineData("right", 200)]
    public async Task Only_who_knows_the_secret_is_heard(string? secret, int status)
    {
        var (ani, chat) = Person();
        var update = $$"""
            {"update_id":77,"message":{"message_id":1,"date":{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}},"text":"/digest pos",
            "chat":{"id":{{chat.Id}},"type":"private","first_name":"A"},"from":{"id":{{ani.Id}},"is_bot":false,"first_name":"A"} } }
            """;

        Assert.Equal(status, await PostAsync(_url, update, secret == "right" ? Secret : secret));
        Assert.Equal(status, await PostAsync(_url, update, secret == "right" ? Secret : secret));

        Assert.Equal(status == 200 ? 1 : 0, _bot.Ran.Count);
    }

    [Theory]
    [InlineData("/other", "POST", "{\"update_id\":1}", 404)]
    [InlineData(Path, "GET", "", 405)]
    [InlineData(Path, "POST", "no json", 400)]
    [InlineData(Path, "POST", "[]", 400)]
    [InlineData(Path, "POST", "{\"update_id\":\"1\"}", 400)]
    [InlineData(Path, "POST", "{\"update_id\":99999999999}", 400)]
    [InlineData(Path, "POST", "{\"update_id\":5,\"message\":17}", 200)]
    public async Task What_is_no_update_is_refused_and_breaks_nothing(string path, string method, string body, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(new Uri(_url), path));
        request.Headers.Add(WebhookServer.SecretHeader, Secret);
        if (method == "POST")
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await _http.SendAsync(request, Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        await IsHeardAsync();
    }

    [Fact]
    public async Task An_update_too_large_to_be_one_is_refused() =>
        Assert.Equal(400, await PostAsync(_url, $"{{\"update_id\":1,\"x\":\"{new string('x', 2_000_000)}\"}}", Secret));

    [Fact]
    public async Task What_the_ledger_did_not_take_is_pushed_again_and_answered_once()
    {
        var (ani, chat) = Person();
        var failures = 0;
        _bot.Ledger.Failure = _ => failures++ == 0 ? new InvalidOperationException("gone") : null;

        var answer = await _bot.AnswerToAsync(_bot.Telegram.People.Say(chat, ani, "/digest lagi"));

        Assert.Equal("digest lagi", answer.Text);
        await _bot.HandledAsync();
        Assert.Single(_bot.Ledger.Answers);
    }

    [Fact]
    public async Task Back_to_polling_the_webhook_is_taken_away_and_what_waited_is_heard()
    {
        var (ani, chat) = Person();
        await _bot.StopAsync();
        var update = _bot.Telegram.People.Say(chat, ani, "/digest antre");
        _bot.Settings.Clear();

        await _bot.ListenAsync();

        Assert.Equal("digest antre", (await _bot.AnswerToAsync(update)).Text);
        Assert.Null(_bot.Telegram.Updates.Webhook);
        await _bot.HandledAsync();
        Assert.Single(_bot.Ran);
    }

    private async Task IsHeardAsync()
    {
        var (ani, chat) = Person();
        Assert.Equal("digest x", (await _bot.AnswerToAsync(_bot.Telegram.People.Say(chat, ani, "/digest x"))).Text);
    }

    private (SimulatedUser User, SimulatedChat Chat) Person()
    {
        var ani = _bot.Telegram.World.AddUser("Ani");
        return (ani, _bot.Telegram.World.AddPrivateChat(ani));
    }

    private async Task<int> PostAsync(string url, string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation(WebhookServer.SecretHeader, secret);
        using var response = await _http.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }

    private static Dictionary<string, string?> Settings(string url) => new()
    {
        ["Telegram:Webhook:Url"] = url,
        ["Telegram:Webhook:Port"] = new Uri(url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
