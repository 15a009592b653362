using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary>
/// How fast the bot could go, were there no limit: end to end with the ledger, beside a bare loop of <see cref="HttpClient"/>
/// that sends the same message to the same simulator in the same run.
/// </summary>
internal static class WithoutLimit
{
    private const int AtOnce = 250;
    private const int WarmUp = 2_000;
    private const double LeastPerSecond = 5_000;

    public static async Task<IReadOnlyList<LoadLine>> RunAsync(string name, StoreKind store, int chats)
    {
        await using var bed = await LoadBed.SetUpAsync(store, (TrialPlan.Telegram, ["--open-chats", "--no-contract"]));
        var due = Broadcast.NextMinute();
        await bed.SubscribeAsync(TrialPlan.Telegram, chats, WarmUp, due);
        var bot = bed.StartBot(
            ("Delivery__Limits__telegram__PerSecond", "1000000"),
            ("Delivery__Limits__telegram__ChatInterval", "00:00:00"),
            ("Delivery__Limits__telegram__InFlight", AtOnce.ToString(CultureInfo.InvariantCulture)));
        await bed.TakenAsync(TrialPlan.Telegram, WarmUp + chats, TimeSpan.FromMinutes(5));
        var sent = new Broadcast(TrialPlan.Telegram, chats, 1_000_000, due, bed.Ledger(TrialPlan.Telegram));
        var (peak, processor) = bot.Use();
        await bot.StopAsync();
        var body = await BodyAsync(bed);
        await BareAsync(bed.Simulator(TrialPlan.Telegram), body, WarmUp);
        var bare = await BareAsync(bed.Simulator(TrialPlan.Telegram), body, chats);
        var where = AtTheLimit.Text(store);
        Console.Error.WriteLine($"{name} on {store}: the bot used {processor.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s of processor time");
        return
        [
            LoadLine.AtLeast(name, where, "chats that got it", sent.Readers, chats),
            LoadLine.AtLeast(name, where, "messages a second, end to end", sent.Rate, LeastPerSecond, "/s"),
            LoadLine.AtLeast(name, where, $"the same, beside {bare.ToString("#,0", CultureInfo.InvariantCulture)} of a bare loop", sent.Rate / bare, 0.5, "x"),
            LoadLine.AtMost(name, where, "the bot's peak memory", peak / 1048576.0, 250, "MB"),
        ];
    }

    /// <summary>The message that the bot sent, from the database, as the rest of a request to any chat: text, styles and buttons.</summary>
    private static async Task<string> BodyAsync(LoadBed bed)
    {
        await using var connection = await bed.Store.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM message_parts";
        var part = JsonNode.Parse((string)(await command.ExecuteScalarAsync())!)!.AsObject();
        var body = new JsonObject { ["text"] = part["text"]!.DeepClone(), ["link_preview_options"] = new JsonObject { ["is_disabled"] = true } };
        if (part["entities"] is JsonArray entities)
            body["entities"] = new JsonArray([.. entities.Select(EntityOf)]);
        if (part["buttons"] is JsonArray rows)
            body["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray([.. rows.Select(row => new JsonArray([.. row!.AsArray().Select(ButtonOf)]))]) };
        return body.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })[1..];
    }

    private static JsonNode EntityOf(JsonNode? entity) => new JsonObject
    {
        ["type"] = entity!["style"]!.GetValue<string>() is var style && style == "link" ? "text_link" : style,
        ["offset"] = entity["offset"]?.DeepClone() ?? 0,
        ["length"] = entity["length"]?.DeepClone() ?? 0,
        ["url"] = entity["url"]?.DeepClone(),
    };

    /// <summary>A dozen characters stand for the bot's signature.</summary>
    private static JsonNode ButtonOf(JsonNode? button) => new JsonObject
    {
        ["text"] = button!["label"]!.DeepClone(),
        ["callback_data"] = $"abcdefghijkl {button["action"]!.GetValue<string>()}",
    };

    private static async Task<double> BareAsync(SimulatorProcess simulator, string body, int messages)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce, ActivityHeadersPropagator = null };
        using var http = new HttpClient(handler) { BaseAddress = new Uri($"{simulator.Url}bot{simulator.Token}/") };
        var next = 0;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => LoopAsync()));
        return messages / Stopwatch.GetElapsedTime(begun).TotalSeconds;

        async Task LoopAsync()
        {
            while (Interlocked.Increment(ref next) is var number && number <= messages)
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{{\"chat_id\":{50_000_000 + number},{body}")));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await http.PostAsync("sendMessage", content);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync();
            }
        }
    }
}
