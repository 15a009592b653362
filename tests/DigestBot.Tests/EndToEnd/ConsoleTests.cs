namespace DigestBot.EndToEnd;

public sealed class ConsoleTests
{
    [Fact]
    public async Task Each_line_of_a_pipe_is_answered_in_order_and_the_program_ends_with_success()
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        folder.Write("sea/lighthouse.md", SampleArticles.Lighthouse);
        await using var bot = BotProcess.Start(folder.Path, null);

        await bot.TypeAsync("/articles");
        await bot.TypeAsync("/section pelabuhan kerja sama");
        await bot.TypeAsync("/subscribe laut");
        await bot.TypeAsync("/schedule 07:00");
        bot.EndInput();

        Assert.Equal(0, await bot.ExitAsync());
        InOrder(bot.Output, "Pelabuhan Baru", "Kerjasama Ekonomi", "Tiga kabupaten sepakat membagi pendapatan pelabuhan", "07:00 WIB");
    }

    [Fact]
    public async Task The_greeting_says_what_was_loaded_and_what_was_skipped_and_why()
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        folder.Write("laut/rusak.md", "---\ntitle: [\n---\nTeks.\n");
        await using var bot = BotProcess.Start(folder.Path, null);

        bot.EndInput();

        Assert.Equal(0, await bot.ExitAsync());
        InOrder(bot.Output, "1 artikel", "3 bagian", "laut/rusak.md", "/help");
    }

    [Fact]
    public async Task A_service_that_wants_no_console_and_has_no_token_fails_and_says_what_to_set()
    {
        using var folder = new BotFolder();
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string> { ["Console__Enabled"] = "false" });

        Assert.Equal(2, await bot.ExitAsync());
        Assert.Contains("set Telegram__Token or Discord__Token", bot.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_go_to_standard_error_and_answers_to_standard_output()
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Information" });

        await bot.TypeAsync("/help");
        bot.EndInput();

        Assert.Equal(0, await bot.ExitAsync());
        Assert.Contains("info: ", bot.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("info: ", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', bot.Output);
    }

    [Fact]
    public async Task A_digest_that_falls_due_while_the_console_is_open_appears_there()
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var clock = new TestClock(folder, "2026-11-25T06:58:00+07:00");
        await using var bot = BotProcess.Start(folder.Path, clock.Environment);

        await bot.TypeAsync("/subscribe laut");
        await bot.UntilAsync(bot => bot.Output.Contains("07:00 WIB", StringComparison.Ordinal), "the answer");
        clock.MoveTo("2026-11-25T07:00:01+07:00");
        await bot.UntilAsync(bot => bot.Output.Contains("Tiga kabupaten sepakat", StringComparison.Ordinal), "the digest");
        bot.EndInput();

        Assert.Equal(0, await bot.ExitAsync());
    }

    [Fact]
    public async Task What_was_subscribed_is_still_there_after_a_restart()
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        await using (var first = BotProcess.Start(folder.Path, null))
        {
            await first.TypeAsync("/subscribe laut");
            first.EndInput();
            Assert.Equal(0, await first.ExitAsync());
        }

        await using var second = BotProcess.Start(folder.Path, null);
        await second.TypeAsync("/subscriptions");
        second.EndInput();

        Assert.Equal(0, await second.ExitAsync());
        Assert.Contains("laut", second.Output[second.Output.LastIndexOf("/help", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static void InOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' does not follow in:\n{text}");
            at = found + part.Length;
        }
    }
}
