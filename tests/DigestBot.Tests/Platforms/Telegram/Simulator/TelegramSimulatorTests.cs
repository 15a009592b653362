using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram.Simulator;

/// <summary>The simulator refuses what the Bot API refuses, in its words, and keeps a true ledger.</summary>
public sealed class TelegramSimulatorTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private TelegramSimulator _telegram = null!;
    private SimulatedUser _ani = null!;
    private SimulatedChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions { ChecksContract = false });
        _ani = _telegram.World.AddUser("Ani");
        _chat = _telegram.World.AddPrivateChat(_ani);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _telegram.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"text":"x"}""", "chat_id is empty")]
    [InlineData("""{"chat_id":CHAT}""", "message text is empty")]
    [InlineData("""{"chat_id":CHAT,"text":"  \n "}""", "message text is empty")]
    [InlineData("""{"chat_id":1,"text":"x"}""", "chat not found")]
    [InlineData("""{"chat_id":CHAT,"text":"x","message_thread_id":5}""", "message thread not found")]
    [InlineData("""{"chat_id":CHAT,"text":"x","entities":[{"type":"bold","offset":0,"length":2}]}""", "lies beyond")]
    [InlineData("""{"chat_id":CHAT,"text":"abcd","entities":[{"type":"bold","offset":0,"length":3},{"type":"italic","offset":1,"length":3}]}""", "cross")]
    [InlineData("""{"chat_id":CHAT,"text":"abcd","entities":[{"type":"bold","offset":0,"length":3},{"type":"code","offset":1,"length":1}]}""", "can't nest")]
    [InlineData("""{"chat_id":CHAT,"text":"a😀","entities":[{"type":"bold","offset":0,"length":2}]}""", "cuts a character")]
    [InlineData("""{"chat_id":CHAT,"text":"x","entities":[{"type":"text_link","offset":0,"length":1,"url":"javascript:x"}]}""", "text_link needs")]
    [InlineData("""{"chat_id":CHAT,"text":"<b>x","parse_mode":"HTML"}""", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("""{"chat_id":CHAT,"text":"ä<script>","parse_mode":"HTML"}""", "Unsupported start tag \"script\" at byte offset 2")]
    [InlineData("""{"chat_id":CHAT,"text":"<b>x</i>","parse_mode":"HTML"}""", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("""{"chat_id":CHAT,"text":"x</b>","parse_mode":"HTML"}""", "Unexpected end tag at byte offset 1")]
    [InlineData("""{"chat_id":CHAT,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"LONG"}]]}}""", "BUTTON_DATA_INVALID")]
    [InlineData("""{"chat_id":CHAT,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""", "text buttons are unallowed")]
    [InlineData("""{"chat_id":CHAT,"text":""", "can't parse request")]
    public async Task A_wrong_message_is_refused_in_the_Bot_APIs_words(string body, string words)
    {
        body = body.Replace("CHAT", $"{_chat.Id}", StringComparison.Ordinal).Replace("LONG", new string('é', 33), StringComparison.Ordinal);
        var answer = await CallAsync("sendMessage", body);

        Assert.Equal(400, answer["error_code"]!.GetValue<int>());
        Assert.Contains(words, answer["description"]!.GetValue<string>());
        Assert.DoesNotContain(_telegram.Ledger.Entries, entry => entry.Verdict == Verdict.Accepted);
    }

    [Fact]
    public async Task A_text_may_have_4096_units_after_its_markup_was_read_and_not_one_more()
    {
        var html = $"<b>{new string('a', 4094)}</b>&lt;&#33;";

        Assert.True((await SayAsync(html))["ok"]!.GetValue<bool>());
        Assert.Contains("message is too long", (await SayAsync(html + "b"))["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_Telegram_would_make_live_is_found()
    {
        await SayAsync("@admin_name lihat tg://resolve?x <code>@aman</code> /digest");

        Assert.Equal(["mention", "url", "code", "bot_command"], _chat.Messages[1].Entities.Select(entity => entity!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_wrong_token_and_an_unknown_method_are_told()
    {
        using var wrong = await _http.GetAsync(new Uri($"{_telegram.Url}bot1:x/getMe"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(404, (await CallAsync("noSuchMethod", "{}"))["error_code"]!.GetValue<int>());
    }

    [Fact]
    public async Task Of_two_pollers_the_first_is_ended()
    {
        var first = CallAsync("getUpdates", """{"timeout":20}""");
        await TelegramPolledAsync(1);
        var second = CallAsync("getUpdates", """{"timeout":20}""");

        Assert.Equal(409, (await first)["error_code"]!.GetValue<int>());
        _telegram.People.Say(_chat, _ani, "halo");
        Assert.Single((JsonArray)(await second)["result"]!);
    }

    [Fact]
    public async Task An_update_comes_again_until_its_offset_is_passed()
    {
        var id = _telegram.People.Say(_chat, _ani, "halo");

        Assert.Single((JsonArray)(await CallAsync("getUpdates", "{}"))["result"]!);
        Assert.Single((JsonArray)(await CallAsync("getUpdates", $$"""{"offset":{{id}}}"""))["result"]!);
        Assert.Empty((JsonArray)(await CallAsync("getUpdates", $$"""{"offset":{{id + 1}}}"""))["result"]!);
        Assert.Equal(0, _telegram.Updates.Waiting);
    }

    [Fact]
    public async Task An_update_is_kept_for_a_day_and_only_where_it_is_asked_for()
    {
        _telegram.People.Say(_chat, _ani, "halo");
        _telegram.World.Now = () => DateTimeOffset.UtcNow.AddHours(25);
        Assert.Empty((JsonArray)(await CallAsync("getUpdates", """{"allowed_updates":["callback_query"]}"""))["result"]!);

        Assert.Null(_telegram.People.Say(_chat, _ani, "halo"));
    }

    [Fact]
    public async Task Limits_hold_in_sliding_windows()
    {
        await using var limited = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions { Limits = new TelegramLimits(PerSecond: 3), OpenChats = true });
        var statuses = new List<int>();
        foreach (var chat in (int[])[1, 2, 2, 3, 4])
        {
            using var content = new StringContent($$"""{"chat_id":{{chat}},"text":"x"}""", Encoding.UTF8, "application/json");
            using var response = await _http.PostAsync(new Uri($"{limited.Url}bot{limited.Token}/sendMessage"), content, TestContext.Current.CancellationToken);
            statuses.Add((int)response.StatusCode);
            if (statuses[^1] == 429)
                Assert.Equal("1", response.Headers.RetryAfter!.ToString());
        }

        // The second message to one chat within a second, and the fourth of all.
        Assert.Equal([200, 200, 429, 200, 429], statuses);
        Assert.Equal(2, limited.Ledger.Entries.Count(entry => entry.Verdict == Verdict.Limited));
    }

    [Fact]
    public async Task A_fault_strikes_what_it_names_as_often_as_it_says()
    {
        _telegram.Faults.Add(Fault.Answer(502) with { Chat = $"{_chat.Id}", Text = "buruk", After = 1, Times = 2 });
        var codes = new List<int>();
        foreach (var text in (string[])["buruk", "baik", "buruk", "buruk", "buruk"])
            codes.Add((await SayAsync(text))["error_code"]?.GetValue<int>() ?? 200);

        Assert.Equal([200, 200, 502, 502, 200], codes);
    }

    [Fact]
    public async Task The_ledger_stands_in_a_file_too()
    {
        var file = Path.GetTempFileName();
        await using (var recording = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions { LedgerFile = file, OpenChats = true }))
        {
            using var content = new StringContent("""{"chat_id":7,"text":"tercatat"}""", Encoding.UTF8, "application/json");
            using var response = await _http.PostAsync(new Uri($"{recording.Url}bot{recording.Token}/sendMessage"), content, TestContext.Current.CancellationToken);
        }

        var line = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)))!;
        Assert.Equal(("tercatat", "Accepted", "7"), (line["text"]!.GetValue<string>(), line["verdict"]!.GetValue<string>(), line["chat"]!.GetValue<string>()));
        File.Delete(file);
    }

    [Fact]
    public async Task Requests_are_checked_against_the_published_contract()
    {
        await using var checking = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions { OpenChats = true });
        Assert.SkipUnless(checking.ChecksContract, "not checked: the contract does not lie beside this checkout");

        async Task<string> ProblemAsync(string body) => (await CallAsync("sendMessage", body, checking))["description"]!.GetValue<string>();
        Assert.Contains("sendMessage.colour is unknown", await ProblemAsync("""{"chat_id":7,"text":"x","colour":"red"}"""));
        Assert.Contains("sendMessage.text is no String", await ProblemAsync("""{"chat_id":7,"text":5}"""));
        Assert.Contains("sendMessage.text is missing", await ProblemAsync("""{"chat_id":7}"""));
        Assert.Contains("sendMessage.text is null", await ProblemAsync("""{"chat_id":7,"text":null}"""));
        Assert.Contains("entities[].offset is missing", await ProblemAsync("""{"chat_id":7,"text":"x","entities":[{"type":"bold","length":1}]}"""));
    }

    private Task<JsonObject> SayAsync(string html) =>
        CallAsync("sendMessage", new JsonObject { ["chat_id"] = _chat.Id, ["text"] = html, ["parse_mode"] = "HTML" }.ToJsonString());

    private async Task<JsonObject> CallAsync(string method, string body, TelegramSimulator? simulator = null)
    {
        simulator ??= _telegram;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri($"{simulator.Url}bot{simulator.Token}/{method}"), content, TestContext.Current.CancellationToken);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task TelegramPolledAsync(int polls)
    {
        while (_telegram.Updates.Polls < polls)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }
}
