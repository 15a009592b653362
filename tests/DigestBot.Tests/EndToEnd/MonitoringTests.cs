using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestBot.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace DigestBot.EndToEnd;

/// <summary>What whoever runs the real program can learn about it, and what it does where it can't go on.</summary>
public sealed partial class MonitoringTests
{
    private static readonly (string, string)[] Served = [("Health__Port", "0")];

    [Fact]
    public async Task A_bot_that_is_well_says_so_and_counts_what_it_sends_without_saying_to_whom()
    {
        await using var program = await TelegramProgram.StartAsync(Served);
        using var http = await ConnectAsync(program);
        await UntilAsync(async () => (await ReadyAsync(http)).Status == HttpStatusCode.OK, () => program.Log);
        var (_, ready) = await ReadyAsync(http);
        Assert.Equal("ready", ready["status"]!.GetValue<string>());
        Assert.Equal(["schedule", "store", "articles", "backlog", "telegram"], ready["parts"]!.AsObject().Select(part => part.Key));
        Assert.Equal("""{"status":"live"}""", await http.GetStringAsync("live", Cancellation));

        var user = program.Telegram.World.AddUser("Ani");
        var chat = program.Telegram.World.AddPrivateChat(user);
        await program.AskAsync(chat, user, "/subscribe laut");
        program.MoveTo(program.NextSeven());
        await program.Telegram.MessagesAsync(chat, 2, TimeSpan.FromSeconds(60));
        var metrics = "";
        await UntilAsync(async () => (metrics = await http.GetStringAsync("metrics", Cancellation)).Contains(
            "digestbot_deliveries_sent_total{otel_scope_name=\"DigestBot\",lane=\"broadcast\"", StringComparison.Ordinal), () => metrics);

        Assert.Contains("digestbot_deliveries_due_total lane=broadcast,platform=telegram 1", Counters(metrics));
        Assert.Contains("digestbot_deliveries_sent_total lane=answer,platform=telegram 1", Counters(metrics));
        Assert.Matches("(?m)^digestbot_delivery_last_success_seconds\\{.*platform=\"telegram\"\\} [0-9]{10}$", metrics);
        Assert.DoesNotContain($"{chat.Id}", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Telegram.Token, metrics, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("elsewhere", Cancellation)).StatusCode);
        Assert.DoesNotContain("Request starting", program.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_is_gone_is_named_and_counts_again_when_it_is_back()
    {
        await using var program = await TelegramProgram.StartAsync(Served);
        using var http = await ConnectAsync(program);
        await UntilAsync(async () => (await ReadyAsync(http)).Status == HttpStatusCode.OK, () => program.Log);

        program.Telegram.Faults.Add(Fault.Answer(502) with { Method = "getUpdates" });
        await program.LoggedAsync("gives no updates");
        program.MoveTo(program.Telegram.World.Now().AddMinutes(2));
        await UntilAsync(async () => (await ReadyAsync(http)).Status == HttpStatusCode.ServiceUnavailable, () => program.Log);
        var parts = (await ReadyAsync(http)).Body["parts"]!;
        Assert.Contains("hears nothing", parts["telegram"]!.GetValue<string>(), StringComparison.Ordinal);

        program.Telegram.Faults.Clear();
        program.MoveTo(program.Telegram.World.Now().AddMinutes(2));
        await UntilAsync(async () => (await ReadyAsync(http)).Status == HttpStatusCode.OK, () => program.Log);
    }

    [Fact]
    public async Task A_store_that_is_gone_stops_the_bot_before_the_next_send_and_makes_no_new_one()
    {
        await using var program = await TelegramProgram.StartAsync(Served);
        using var http = await ConnectAsync(program);
        var user = program.Telegram.World.AddUser("Ani");
        var chat = program.Telegram.World.AddPrivateChat(user);
        await program.AskAsync(chat, user, "/subscribe laut");
        File.Delete(program.Store);

        JsonNode? parts = null;
        await UntilAsync(
            async () => (parts = (await ReadyAsync(http)).Body["parts"])!["store"]!.GetValue<string>() != "ok", () => $"{parts}");
        Assert.Contains("can't be opened", parts!["store"]!.GetValue<string>(), StringComparison.Ordinal);
        program.MoveTo(program.NextSeven());
        var died = program.DiedAsync();
        while (!died.IsCompleted)
        {
            program.MoveTo(program.Telegram.World.Now().AddSeconds(15));
            await Task.WhenAny(died, Task.Delay(300, Cancellation));
        }

        await died;
        Assert.Contains("can't do its work", program.Log, StringComparison.Ordinal);
        Assert.Single(program.Sent(chat));
        Assert.False(File.Exists(program.Store));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP", "", "/v1/metrics")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS", "/for/metrics", "/for/metrics")]
    public async Task Metrics_are_pushed_where_the_standard_variables_say_in_the_name_that_they_give(string variables, string path, string pushedTo)
    {
        var pushed = new TaskCompletionSource<string>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, Cancellation);
            var text = Encoding.Latin1.GetString(body.ToArray());
            if (text.Contains("digestbot.", StringComparison.Ordinal))
                pushed.TrySetResult($"{context.Request.Path} {text}");
        });
        await collector.StartAsync(Cancellation);

        await using var program = await TelegramProgram.StartAsync(
            ($"{variables}_ENDPOINT", collector.Urls.First() + path), ($"{variables}_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
            ("OTEL_SERVICE_NAME", "warta-pagi"), ("OTEL_RESOURCE_ATTRIBUTES", "service.name=another,deployment.environment=kantor"));
        var metrics = await pushed.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        Assert.StartsWith(pushedTo + " ", metrics, StringComparison.Ordinal);
        Assert.Matches("(?s)service\\.name.{1,8}warta-pagi", metrics);
        Assert.Contains("kantor", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Telegram.Token, metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Health:Port", "70000")]
    [InlineData("Health:Address", "everywhere")]
    public async Task A_place_that_cannot_be_served_on_is_named_by_its_key(string key, string value)
    {
        using var folder = new BotFolder();
        await using var bot = BotProcess.Start(folder.Path, null, "--set", $"{key}={value}");

        Assert.Equal(2, await bot.ExitAsync());
        Assert.Contains(key.Split(':')[1], bot.Errors, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<HttpClient> ConnectAsync(TelegramProgram program)
    {
        await program.LoggedAsync("are served on");
        return new HttpClient { BaseAddress = UrlIn(program.Log) };
    }

    /// <summary>Where a program that wrote this serves its health.</summary>
    internal static Uri UrlIn(string log) => new(Url().Match(log).Groups[1].Value);

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ReadyAsync(HttpClient http)
    {
        using var response = await http.GetAsync("ready", Cancellation);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, Func<string> last)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(60), $"it never came to pass: {last()}");
            await Task.Delay(100, Cancellation);
        }
    }

    [GeneratedRegex("are served on (http://[0-9.:]+)")]
    private static partial Regex Url();

    /// <summary>The lines of the bot's counters with their own labels.</summary>
    private static IReadOnlyList<string> Counters(string metrics) =>
        [.. CounterLine().Matches(metrics).Select(line => $"{line.Groups["name"]} {line.Groups["labels"].Value.Replace("\"", "", StringComparison.Ordinal)} {line.Groups["value"]}")];

    [GeneratedRegex(@"(?m)^(?<name>digestbot_\w+_total)\{otel_scope_name=""DigestBot"",(?<labels>[^}]*)\} (?<value>\S+)$")]
    private static partial Regex CounterLine();
}
