using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

public sealed class TelegramTests
{
    private const string Evening = "2026-11-24T22:58:00+07:00";
    private const string FirstSlot = "2026-11-25T07:00:01+07:00";
    private const string SecondSlot = "2026-11-26T07:00:01+07:00";

    [Fact]
    public async Task A_slot_brings_its_digest_once_also_over_a_restart_and_the_next_one_only_what_changed()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var clock = new TestClock(folder, Evening);
        telegram.World.Now = () => clock.Now;
        var reader = telegram.World.AddUser("Sari");
        var chat = telegram.World.AddPrivateChat(reader);

        await using (var first = Start(folder, clock, telegram))
        {
            telegram.People.Say(chat, reader, "/langganan laut");
            Assert.Contains("Rab 25 Nov 07:00 WIB", (await telegram.MessagesAsync(chat))[0], StringComparison.Ordinal);

            clock.MoveTo(FirstSlot);
            Assert.Contains("Tiga kabupaten sepakat", (await telegram.MessagesAsync(chat, 2))[1], StringComparison.Ordinal);
            await folder.RecordedAsync();
            await first.KillAsync();
        }

        clock.MoveTo("2026-11-25T07:05:00+07:00");
        await using var second = Start(folder, clock, telegram);
        telegram.People.Say(chat, reader, "/bagian pelabuhan lingkungan");
        Assert.Contains("Nelayan setempat", (await telegram.MessagesAsync(chat, 3))[2], StringComparison.Ordinal);

        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour.Replace("selama lima tahun", "selama enam tahun", StringComparison.Ordinal));
        await second.UntilAsync(bot => bot.Errors.Contains("1 changed", StringComparison.Ordinal), "the edited article");
        clock.MoveTo(SecondSlot);
        var update = (await telegram.MessagesAsync(chat, 4))[3];

        Assert.Contains("Kerjasama Ekonomi", update, StringComparison.Ordinal);
        Assert.DoesNotContain("Dampak Lingkungan", update, StringComparison.Ordinal);
        Assert.Equal(4, telegram.Ledger.Entries.Count(entry => entry is { Method: "sendMessage", Verdict: Verdict.Accepted }));
    }

    [Fact]
    public async Task The_token_stands_in_no_output_and_in_no_file()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var clock = new TestClock(folder, Evening);
        telegram.World.Now = () => clock.Now;
        telegram.Faults.Add(Fault.Cut(accepts: false) with { Method = "sendMessage", Times = 1 });
        telegram.Faults.Add(Fault.Answer(502) with { Method = "getUpdates", Times = 1 });
        var reader = telegram.World.AddUser("Sari");
        var chat = telegram.World.AddPrivateChat(reader);

        await using (var bot = Start(folder, clock, telegram, ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__DigestBot", "Trace")))
        {
            telegram.People.Say(chat, reader, "/bantuan");
            await telegram.MessagesAsync(chat);
            telegram.People.Say(chat, reader, "/artikel");
            await telegram.MessagesAsync(chat, 2);
            await bot.StopAsync();
            Assert.DoesNotContain(telegram.Token, bot.Output + bot.Errors, StringComparison.Ordinal);
        }

        var secret = System.Text.Encoding.ASCII.GetBytes(telegram.Token);
        Assert.All(
            Directory.GetFiles(Path.Combine(folder.Path, "data")),
            file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(secret) < 0, file));
    }

    [Fact]
    public async Task A_token_that_telegram_does_not_take_ends_the_program_with_a_failure()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = new BotFolder();
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string>
        {
            ["Telegram__Token"] = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            ["Telegram__BaseUrl"] = telegram.Url.ToString(),
        });

        Assert.NotEqual(0, await bot.ExitAsync());
        Assert.Contains("telegram", bot.Errors, StringComparison.OrdinalIgnoreCase);
    }

    private static BotProcess Start(BotFolder folder, TestClock clock, TelegramSimulator telegram, params (string Key, string Value)[] more)
    {
        var environment = new Dictionary<string, string>(clock.Environment)
        {
            ["Telegram__Token"] = telegram.Token,
            ["Telegram__BaseUrl"] = telegram.Url.ToString(),
            ["Articles__PollSeconds"] = "1",
            ["Logging__LogLevel__DigestBot"] = "Information",
        };
        foreach (var (key, value) in more)
            environment[key] = value;
        return BotProcess.Start(folder.Path, environment);
    }
}
