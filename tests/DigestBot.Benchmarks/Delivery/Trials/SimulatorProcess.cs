using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>A platform's simulator in a process of its own, moved through its control doors. Its ledger file is the truth.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Child _child;
    private readonly HttpClient _http;

    private SimulatorProcess(Child child, string platform, string ledgerFile, Uri url, string token)
    {
        (_child, Platform, LedgerFile, Url, Token) = (child, platform, ledgerFile, url, token);
        _http = new HttpClient { BaseAddress = new Uri(url.GetLeftPart(UriPartial.Authority) + "/control/") };
    }

    public string Platform { get; }

    public string LedgerFile { get; }

    public Uri Url { get; }

    public string Token { get; }

    /// <summary>Starts the simulator of a platform with more of its command line.</summary>
    public static async Task<SimulatorProcess> StartAsync(string platform, string folder, params string[] arguments)
    {
        var ledger = Path.Combine(folder, $"{platform}-ledger.jsonl");
        var child = Child.Start(
            Programs.Simulators, [platform, "--ledger", ledger, .. arguments], folder, Path.Combine(folder, $"{platform}-simulator.log"));
        var url = new Uri((await child.SaysAsync("url "))["url ".Length..]);
        return new SimulatorProcess(child, platform, ledger, url, (await child.SaysAsync("token "))["token ".Length..]);
    }

    /// <summary>What the bot needs to talk to it, over a line that is not its own where there is one.</summary>
    public IReadOnlyDictionary<string, string> SettingsFor(int? port = null)
    {
        var name = char.ToUpperInvariant(Platform[0]) + Platform[1..];
        var url = port is null ? Url : new UriBuilder(Url) { Port = port.Value }.Uri;
        return new Dictionary<string, string> { [$"{name}__Token"] = Token, [$"{name}__BaseUrl"] = url.ToString().TrimEnd('/') };
    }

    /// <summary>Puts these faults in the place of those before.</summary>
    public Task SetFaultsAsync(params Fault[] faults) => PostAsync("faults", JsonSerializer.SerializeToNode(faults, Written)!);

    public Task SetClockAsync(DateTimeOffset now) => PostAsync("clock", new JsonObject { ["now"] = now });

    /// <summary>Goes through a door and returns what it says.</summary>
    public async Task<JsonObject> PostAsync(string door, JsonNode order)
    {
        using var response = await _http.PostAsJsonAsync(door, order);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>How many requests the ledger holds.</summary>
    public async Task<int> CountAsync() => (await StateAsync())["ledger"]!.GetValue<int>();

    public async Task<JsonObject> StateAsync() => (await _http.GetFromJsonAsync<JsonObject>("state"))!;

    public (long PeakBytes, TimeSpan Processor) Use() => _child.Use();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _child.DisposeAsync();
    }

    /// <summary>A number as it stands on a command line.</summary>
    public static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
