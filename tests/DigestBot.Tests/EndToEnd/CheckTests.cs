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

    private static async Task<(int Exit, string Output, string Errors)> CheckAsync(BotFolder folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var bot = BotProcess.Start(folder.Path, environment, "check");
        bot.EndInput();
        return (await bot.ExitAsync(), bot.Output, bot.Errors);
    }
}
