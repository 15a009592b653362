using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>Speaks to the simulator as plainly as HTTP allows.</summary>
internal sealed class RawRest : IDisposable
{
    private readonly DiscordSimulator _discord;
    private readonly HttpClient _http = new();

    public RawRest(DiscordSimulator discord)
    {
        _discord = discord;
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org/digest, 1.0)");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", discord.Token);
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public async Task<RawAnswer> SendAsync(string verb, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), $"{_discord.Url}/{path}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.ToDictionary(
            header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase);
        return new RawAnswer((int)response.StatusCode, text, headers);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record RawAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public int Code => Json["code"]?.GetValue<int>() ?? 0;

    public string this[string field] => Json[field]!.ToString();
}
