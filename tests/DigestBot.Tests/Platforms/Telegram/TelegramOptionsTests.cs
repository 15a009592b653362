using DigestBot.Chats;
using DigestBot.Settings;
using DigestBot.Simulators.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Telegram;

public sealed class TelegramOptionsTests
{
    [Theory]
    [InlineData("Telegram:Token", "    ")]
    [InlineData("Telegram:Token", "not-a-token")]
    [InlineData("Telegram:Token", "123456789:short")]
    [InlineData("Telegram:Token", "123456789:has a blank and more than thirty letters")]
    [InlineData("Telegram:BaseUrl", "localhost:8081")]
    [InlineData("Telegram:BaseUrl", "/bot")]
    [InlineData("Telegram:BaseUrl", "https://user:secret@example.org")]
    [InlineData("Telegram:PollSeconds", "51")]
    [InlineData("Telegram:Timeout", "00:05:00")]
    [InlineData("Telegram:StaleAfter", "00:00:01")]
    [InlineData("Telegram:Webhook:Url", "bot.example.org/hook")]
    [InlineData("Telegram:Webhook:Url", "ftp://bot.example.org/hook")]
    [InlineData("Telegram:Webhook:Port", "0")]
    [InlineData("Telegram:Webhook:Address", "localhost")]
    public void A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        var invalid = Assert.Throws<OptionsValidationException>(() => Validate((key, value)));

        Assert.Contains(key, invalid.Message);
        if (key == "Telegram:Token")
            Assert.DoesNotContain(value, Assert.Single(invalid.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_token_there_is_no_Telegram()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Telegram:Token", "")]);
        builder.AddTelegram();

        Assert.DoesNotContain(builder.Services, service => service.ServiceType == typeof(IChatPlatform));
    }

    [Fact]
    public async Task A_token_in_appsettings_stops_the_start_even_where_the_environment_overrides_it()
    {
        using var folder = new TemporaryFolder();
        var settings = $$"""{ "Telegram": { "Token": "{{TelegramSimulatorOptions.TestToken}}" } }""";
        await File.WriteAllTextAsync(folder.File("appsettings.json"), settings, TestContext.Current.CancellationToken);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(folder.File("appsettings.json")).AddInMemoryCollection([new("Telegram:Token", TelegramSimulatorOptions.TestToken)]);

        var invalid = Assert.Throws<OptionsValidationException>(() => Validate(builder));
        Assert.Contains("Telegram:Token stands in an appsettings file", invalid.Message);
        Assert.DoesNotContain(TelegramSimulatorOptions.TestToken, invalid.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_in_another_file_is_taken()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("secrets.json"), """{"Telegram":{"Token":"1:x"}}""", TestContext.Current.CancellationToken);
        var settings = new ConfigurationBuilder().AddJsonFile(folder.File("secrets.json")).Build();

        Assert.Null(SecretsInFiles.SharedFileWith(settings, "Telegram:Token"));
    }

    private static void Validate(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Telegram:Token", TelegramSimulatorOptions.TestToken)]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        Validate(builder);
    }

    /// <summary>What the host does first when it starts.</summary>
    private static void Validate(HostApplicationBuilder builder)
    {
        builder.AddTelegram();
        using var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot");

        public string File(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
