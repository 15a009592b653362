using System.Text.RegularExpressions;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.EndToEnd;
using DigestBot.Monitoring;
using DigestBot.Platforms.Console;
using DigestBot.Platforms.Discord;
using DigestBot.Platforms.Telegram;
using DigestBot.Scheduling;
using DigestBot.Storage;
using DigestBot.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Settings;

public sealed partial class SettingsCheckTests
{
    private static readonly KnownSettings Known = OfTheWholeBot();

    public static TheoryData<string> InTheReadme => [.. ReadmeKeys()];

    [Theory]
    [InlineData("Acces:Chats:0", "the nearest is Access:Chats")]
    [InlineData("Access:Chat:0", "the nearest is Access:Chats")]
    [InlineData("Access:Chats:0:Id", "there are Access:Chats, Access:Users")]
    [InlineData("Access", "there are Access:Chats, Access:Users")]
    [InlineData("Telegram:PollSecond", "the nearest is Telegram:PollSeconds")]
    [InlineData("Telegram:Webhook:Adress", "the nearest is Telegram:Webhook:Address")]
    [InlineData("Articles:Foldr", "the nearest is Articles:Folder")]
    [InlineData("Delivery:Limits:telegran:PerSecond", "the nearest is Delivery:Limits:telegram:PerSecond")]
    [InlineData("Health:Everything", "there are Health:Port, Health:Address")]
    [InlineData("Foo:Bar", "the sections are Access, Articles, Commands, Console, ")]
    public void A_key_that_nothing_reads_is_refused_with_the_nearest_that_there_is(string key, string hint) =>
        Assert.StartsWith($"{key}: there is no such setting; {hint}", Assert.Single(Errors((key, "1"))));

    [Theory]
    [InlineData("access:chats:0")]
    [InlineData("Access:Chats")]
    [InlineData("Logging:LogLevel:Anything.At.All")]
    [InlineData("Quartz:ThreadPool:MaxConcurrency")]
    [InlineData("$schema")]
    public void What_the_bot_and_its_libraries_read_is_not(string key) => Assert.Empty(Errors((key, "1")));

    [Theory]
    [InlineData("ConnectionStrings:Bot")]
    [InlineData("Kestrel:Limits:Any")]
    [InlineData("AllowedHosts")]
    [InlineData("environment")]
    [InlineData("shutdownTimeoutSeconds")]
    [InlineData("servicesStopConcurrently")]
    public void What_a_usual_host_reads_and_this_one_does_not_is_refused_too(string key) =>
        Assert.StartsWith($"{key}: there is no such setting; ", Assert.Single(Errors((key, "1"))));

    [Fact]
    public void A_variable_of_OpenTelemetry_is_refused_where_its_exporter_would_not_see_it() => Assert.Equal(
        "OTEL_EXPORTER_OTLP_ENDPOINT: OpenTelemetry reads its variables in the environment alone; set it there",
        Assert.Single(Errors(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://rahasia"))));

    [Theory]
    [MemberData(nameof(InTheReadme))]
    public void What_the_README_lists_is_known(string key) => Assert.NotNull(Known.Find(key.Replace("<platform>", "telegram", StringComparison.Ordinal)));

    [Fact]
    public void The_READMEs_list_is_found() => Assert.InRange(ReadmeKeys().Count(), 40, 200);

    [Theory]
    [InlineData("Storage:Provider", "postgres", "'postgres' is none of Sqlite, PostgreSql")]
    [InlineData("Delivery:OnUnknown", "retry", "'retry' is none of Resend, Skip")]
    [InlineData("Delivery:Lifetime", "1week", "'1week' is no time; it is written 00:00:30 (hours:minutes:seconds), with days 7.00:00:00")]
    [InlineData("Console:Enabled", "ja", "'ja' is neither true nor false")]
    [InlineData("Health:Port", "http", "'http' is no whole number")]
    [InlineData("Delivery:Limits:discord:PerSecond", "many", "'many' is no number, such as 0.5")]
    public void A_value_that_cannot_be_read_is_told_with_what_can(string key, string value, string problem) =>
        Assert.Equal($"{key}: {problem}", Assert.Single(Errors((key, value))));

    [Fact]
    public void An_empty_variable_is_as_good_as_none_where_nothing_is_the_default() => Assert.Empty(Errors(("Health:Port", "")));

    [Fact]
    public void A_stop_has_time_for_the_longest_drain_and_for_what_stops_before_and_after_it()
    {
        var builder = BotHost.CreateBuilder(new Dictionary<string, string?> { ["Delivery:DrainTimeout"] = "00:01:00" });
        builder.AddDelivery();
        using var host = builder.Build();

        Assert.Equal(TimeSpan.FromSeconds(90), host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    private static IReadOnlyList<string> Errors(params (string Key, string Value)[] settings) => new SettingsCheck(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build(), Known).Errors();

    private static KnownSettings OfTheWholeBot()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddStorage();
        builder.AddArticles();
        builder.AddChats();
        builder.AddDelivery();
        builder.AddCommands();
        builder.AddScheduling();
        builder.AddTelegram();
        builder.AddDiscord();
        builder.AddConsole();
        builder.AddWeb();
        builder.AddMonitoring();
        return new([.. builder.Services.Where(service => service.ServiceType == typeof(SettingsSection)).Select(service => (SettingsSection)service.ImplementationInstance!)]);
    }

    /// <summary>Keys of the table; what begins with a colon shares all but the last part with the one before.</summary>
    private static IEnumerable<string> ReadmeKeys()
    {
        foreach (var row in File.ReadLines(Path.Combine(BotFolder.Checkout, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var before = "";
            foreach (var key in Key().Matches(row.Split('|')[1]).Select(match => match.Groups[1].Value).Where(key => key.Contains(':', StringComparison.Ordinal)))
            {
                before = key.StartsWith(':') ? before[..before.LastIndexOf(':')] + key : key;
                if (!before.StartsWith("Logging:", StringComparison.Ordinal))
                    yield return before;
            }
        }
    }

    [GeneratedRegex("`([A-Za-z:<>]+[a-z])`")]
    private static partial Regex Key();
}
