using System.Text;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>A reader takes what they have chosen from one platform to another and back, as files.</summary>
public sealed class MovingTests
{
    [Fact]
    public async Task Subscriptions_settings_and_place_go_from_Telegram_to_Discord_and_back()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string>
        {
            ["Telegram__Token"] = telegram.Token,
            ["Telegram__BaseUrl"] = telegram.Url.ToString(),
            ["Discord__Token"] = discord.Token,
            ["Discord__BaseUrl"] = discord.Url.ToString(),
        });
        var (sari, budi) = (telegram.World.AddUser("Sari"), telegram.World.AddUser("Budi"));
        var (from, back) = (telegram.World.AddPrivateChat(sari), telegram.World.AddPrivateChat(budi));
        var reader = discord.World.AddUser("Sari");
        var there = discord.World.OpenDirectMessages(reader);
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted }, patience: TimeSpan.FromSeconds(60));

        string[] lines = ["/langganan laut bagian: ekonomi, latar serial", "/berikutnya", "/zonawaktu WITA", "/jadwal 06:30 sen-jum", "/ekspor"];
        for (var line = 0; line < lines.Length; line++)
        {
            telegram.People.Say(from, sari, lines[line]);
            await telegram.MessagesAsync(from, line + 1);
        }

        var taken = (await telegram.Ledger.WaitAsync(entry => entry is { Method: "sendDocument", Verdict: Verdict.Accepted }))[0].Request!.Value.GetProperty("document");
        var file = new DiscordFile(taken.GetProperty("file_name").GetString()!, Encoding.UTF8.GetBytes(taken.GetProperty("content").GetString()!));
        var imported = (await discord.People.Command(reader, there, "import", [("file", (object)file)]).AnswerAsync()).Text;
        Assert.Contains("Berhasil diimpor: setelan dan 1 langganan.", imported, StringComparison.Ordinal);
        Assert.Contains("2/4, Pelabuhan Baru", imported, StringComparison.Ordinal);
        Assert.Contains("06:30 WITA", imported, StringComparison.Ordinal);

        Assert.Contains("Kerjasama Ekonomi", (await discord.People.Command(reader, there, "next", []).AnswerAsync()).Text, StringComparison.Ordinal);
        var returned = Assert.Single((await discord.People.Command(reader, there, "export", []).AnswerAsync()).Message.Files);
        telegram.People.Document(back, budi, returned.Name, returned.Content, "/impor");
        Assert.Contains("3/4, Pelabuhan Baru", Assert.Single(await telegram.MessagesAsync(back, 1)), StringComparison.Ordinal);
    }
}
