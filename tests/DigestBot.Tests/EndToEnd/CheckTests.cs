namespace DigestBot.EndToEnd;

public sealed class CheckTests
{
    [Fact]
    public async Task Good_settings_and_articles_pass_and_it_says_what_it_found()
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);

        var (exit, output, _) = await CheckAsync(folder);

        Assert.Equal(0, exit);
        Assert.Contains("1 article", output, StringComparison.Ordinal);
        Assert.Contains("laut/pelabuhan.md", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_cannot_be_read_fails_and_is_named()
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        folder.Write("laut/rusak.md", "---\ndate: kemarin\n---\nTeks.\n");

        var (exit, output, errors) = await CheckAsync(folder);

        Assert.NotEqual(0, exit);
        Assert.Contains("laut/pelabuhan.md", output, StringComparison.Ordinal);
        Assert.Contains("laut/rusak.md", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Scheduling__Tick", "every minute")]
    [InlineData("Telegram__Token", "not-a-token")]
    [InlineData("Articles__MaxFiles", "-1")]
    [InlineData("Digests__Layout", "judul cuaca")]
    public async Task A_wrong_setting_is_named_by_its_key(string variable, string value)
    {
        using var folder = new BotFolder();

        var (exit, _, errors) = await CheckAsync(folder, new Dictionary<string, string> { [variable] = value });

        Assert.NotEqual(0, exit);
        Assert.Contains(variable.Split("__")[1], errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_in_appsettings_is_refused_and_not_repeated()
    {
        using var folder = new BotFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{ "Telegram": { "Token": "123456789:AAF-abcdefghijklmnopqrstuvwxyz0123456" } }""");

        var (exit, output, errors) = await CheckAsync(folder);

        Assert.NotEqual(0, exit);
        Assert.Contains("Telegram:Token", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AAF-abcdefghij", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_nothing_reads_are_refused_and_named_with_the_nearest_and_what_is_not_ours_is_left_alone()
    {
        using var folder = new BotFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{ "Acces": { "Chats": ["telegram:1"] }, "Logging": { "LogLevel": { "Any": "Warning" } } }""");

        var (exit, _, errors) = await CheckAsync(
            folder, new Dictionary<string, string> { ["Access__Chat"] = "telegram:1", ["Foo__Bar"] = "x", ["Telegram_Token"] = "123:secret" });

        Assert.Equal(2, exit);
        Assert.Contains("error: Acces:Chats:0 in appsettings.json: there is no such setting; the nearest is Access:Chats\n", errors, StringComparison.Ordinal);
        Assert.Contains("error: Access__Chat in the environment: there is no such setting; the nearest is Access__Chats\n", errors, StringComparison.Ordinal);
        Assert.Contains("warning: Telegram_Token in the environment is not read; write Telegram__Token\n", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Foo", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Logging:", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Operators__Users", "telegran:123", "Operators:Users:0")]
    [InlineData("Operators__Chat", "telegran:123", "Operators:Chat")]
    [InlineData("Access__Chats__0", "telegran:123", "Access:Chats:0")]
    [InlineData("Access__Users", "discord:7,telegran:123", "Access:Users:")]
    public async Task A_platform_that_there_is_not_is_named_with_its_key_and_those_that_there_are(string variable, string value, string key)
    {
        using var folder = new BotFolder();

        var (exit, _, errors) = await CheckAsync(folder, new Dictionary<string, string> { [variable] = value });

        Assert.Equal(2, exit);
        Assert.Contains($"error: {key}", errors, StringComparison.Ordinal);
        Assert.Contains("'telegran:123' is on no platform that there is; the platforms are console, discord, telegram\n", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram:Token=123456789:rahasia", "Telegram__Token")]
    [InlineData("Discord:Token=rahasia", "Discord__Token")]
    [InlineData("Storage__ConnectionString=Host=db;Password=rahasia", "Storage__ConnectionString")]
    [InlineData("rahasia", "KEY=VALUE")]
    public async Task A_secret_on_the_command_line_is_refused_and_not_repeated(string pair, string named)
    {
        using var folder = new BotFolder();

        var (exit, output, errors) = await CheckAsync(folder, null, "--set", pair);

        Assert.NotEqual(0, exit);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_of_OpenTelemetry_that_its_exporter_would_not_see_is_refused_with_its_place()
    {
        using var folder = new BotFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{ "OTEL_SERVICE_NAME": "warta" }""");

        var (exit, _, errors) = await CheckAsync(folder, new Dictionary<string, string> { ["OTEL_METRIC_EXPORT_INTERVAL"] = "500" }, "--set", "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318");

        Assert.Equal(2, exit);
        Assert.Contains("error: OTEL_SERVICE_NAME in appsettings.json: OpenTelemetry reads its variables in the environment alone", errors, StringComparison.Ordinal);
        Assert.Contains("error: OTEL_EXPORTER_OTLP_ENDPOINT: OpenTelemetry reads its variables in the environment alone", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("OTEL_METRIC_EXPORT_INTERVAL", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_named_with_the_line()
    {
        using var folder = new BotFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), "{\n  \"Articles\": {},,\n}\n");

        var (exit, _, errors) = await CheckAsync(folder);

        Assert.Equal(2, exit);
        Assert.Contains("appsettings.json", errors, StringComparison.Ordinal);
        Assert.Contains("Line 2: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_without_any_chat_is_refused()
    {
        using var folder = new BotFolder();

        var (exit, _, errors) = await CheckAsync(folder, new Dictionary<string, string> { ["Console__Enabled"] = "false" });

        Assert.Equal(2, exit);
        Assert.Contains("set Telegram__Token or Discord__Token", errors, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Errors)> CheckAsync(
        BotFolder folder, IReadOnlyDictionary<string, string>? environment = null, params string[] arguments)
    {
        await using var bot = BotProcess.Start(folder.Path, environment, ["check", .. arguments]);
        bot.EndInput();
        return (await bot.ExitAsync(), bot.Output, bot.Errors);
    }
}
