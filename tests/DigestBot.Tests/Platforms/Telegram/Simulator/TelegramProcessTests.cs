using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram.Simulator;

/// <summary>The simulator as a process of its own, moved through its control doors.</summary>
public sealed class TelegramProcessTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private readonly string _ledger = Path.GetTempFileName();
    private Process _process = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        var simulator = Path.Combine(AppContext.BaseDirectory, "DigestBot.Simulators.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [simulator, "telegram", "--ledger", _ledger, "--seed", "7"]) { RedirectStandardOutput = true })!;
        _http.BaseAddress = new Uri((await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!["url ".Length..]);
        _token = (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!["token ".Length..];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
        File.Delete(_ledger);
    }

    [Fact]
    public async Task What_people_do_and_what_the_bot_sends_goes_through_its_doors()
    {
        var person = await ControlAsync("users", """{"name":"Ani","language":"id"}""");
        var said = await ControlAsync("say", $$"""{"chat":{{person["chat"]}},"user":{{person["user"]}},"text":"/digest"}""");

        var updates = await CallAsync("getUpdates", "{}");
        Assert.Equal(said["update"]!.GetValue<long>(), updates["result"]![0]!["update_id"]!.GetValue<long>());

        await ControlAsync("faults", """[{"kind":"Answer","status":502,"times":1}]""");
        var message = $$"""{"chat_id":{{person["chat"]}},"text":"Ringkasan","reply_markup":{"inline_keyboard":[[{"text":"Lagi","callback_data":"x next"}]] } }""";
        Assert.Equal(502, (await CallAsync("sendMessage", message))["error_code"]!.GetValue<int>());
        var sent = (await CallAsync("sendMessage", message))["result"]!["message_id"];
        await ControlAsync("press", $$"""{"chat":{{person["chat"]}},"user":{{person["user"]}},"message":{{sent}},"label":"Lagi"}""");
        Assert.Equal("x next", (await CallAsync("getUpdates", "{}"))["result"]![1]!["callback_query"]!["data"]!.GetValue<string>());

        var ledger = await _http.GetFromJsonAsync<JsonArray>("control/ledger?after=1", TestContext.Current.CancellationToken);
        Assert.Equal(("Ringkasan", "Accepted"), (ledger![0]!["text"]!.GetValue<string>(), ledger[0]!["verdict"]!.GetValue<string>()));
        var lines = await File.ReadAllLinesAsync(_ledger, TestContext.Current.CancellationToken);
        Assert.Equal(["Refused", "Accepted"], lines.Select(line => JsonNode.Parse(line)!["verdict"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_group_its_topics_and_the_bots_place_in_it_are_set_from_outside()
    {
        var person = await ControlAsync("users", "{}");
        var group = await ControlAsync("chats", $$"""{"user":{{person["user"]}},"title":"Warga","type":"supergroup","forum":true}""");
        var into = $$"""{"chat_id":{{group["chat"]}},"message_thread_id":4,"text":"x"}""";

        Assert.Contains("thread not found", (await CallAsync("sendMessage", into))["description"]!.GetValue<string>());
        await ControlAsync("topics", $$"""{"chat":{{group["chat"]}},"topic":4}""");
        Assert.True((await CallAsync("sendMessage", into))["ok"]!.GetValue<bool>());

        await ControlAsync("bot", $$"""{"chat":{{group["chat"]}},"user":{{person["user"]}},"status":"kicked"}""");
        Assert.Equal(403, (await CallAsync("sendMessage", into))["error_code"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_wrong_command_line_says_what_is_right()
    {
        using var wrong = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DigestBot.Simulators.dll"), "telegram", "--what"])
        {
            RedirectStandardError = true,
        })!;

        Assert.Contains("--ledger FILE", await wrong.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await wrong.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, wrong.ExitCode);
    }

    [Fact]
    public async Task Updates_are_pushed_to_a_webhook_with_its_secret_until_they_are_taken()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        await using var taker = await WebhookTaker.StartAsync();
        using var set = await _http.PostAsJsonAsync(
            new Uri($"{telegram.Url}bot{telegram.Token}/setWebhook"), new { url = taker.Url, secret_token = "rahasia_1" }, TestContext.Current.CancellationToken);
        var ani = telegram.World.AddUser("Ani");

        var update = telegram.People.Say(telegram.World.AddPrivateChat(ani), ani, "halo");
        var (secret, body) = await taker.TakenAsync();

        Assert.Equal(("rahasia_1", update), (secret, JsonNode.Parse(body)!["update_id"]!.GetValue<long>()));
        Assert.Equal(2, taker.Offered);
    }

    private async Task<JsonObject> ControlAsync(string door, string order)
    {
        using var content = new StringContent(order);
        using var response = await _http.PostAsync(new Uri($"control/{door}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<JsonObject> CallAsync(string method, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(_http.BaseAddress!, $"/bot{_token}/{method}"), content, TestContext.Current.CancellationToken);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
