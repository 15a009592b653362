using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>A Telegram channel, in which nobody can ask anything, is managed by its administrator from a private chat.</summary>
public sealed class ManagingTests
{
    [Fact]
    public async Task An_administrator_subscribes_a_channel_from_a_private_chat_and_nobody_else_does()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        await using var bot = BotProcess.Start(
            folder.Path, new Dictionary<string, string> { ["Telegram__Token"] = telegram.Token, ["Telegram__BaseUrl"] = telegram.Url.ToString() });
        var (owner, stranger) = (telegram.World.AddUser("Oki"), telegram.World.AddUser("Mira"));
        var (own, other) = (telegram.World.AddPrivateChat(owner), telegram.World.AddPrivateChat(stranger));
        var channel = telegram.World.AddGroup("Kabar Laut", owner, "channel");
        channel.Username = "kabarlaut";

        Assert.StartsWith("Yang dikelola dari sini: Kabar Laut.", await AskAsync(telegram, own, owner, "/kelola @kabarlaut", 1), StringComparison.Ordinal);
        Assert.StartsWith("Untuk Kabar Laut:\n\nLangganan aktif: laut", await AskAsync(telegram, own, owner, "/langganan laut", 2), StringComparison.Ordinal);
        Assert.StartsWith("“@kabarlaut” tidak ketemu, atau kamu bukan adminnya.", await AskAsync(telegram, other, stranger, "/kelola @kabarlaut", 1), StringComparison.Ordinal);
        Assert.StartsWith("“-1009999” tidak ketemu, atau kamu bukan adminnya.", await AskAsync(telegram, own, owner, "/kelola -1009999", 3), StringComparison.Ordinal);

        telegram.People.Post(channel, "/langgananku");
        Assert.Contains("1. laut", Assert.Single(await telegram.MessagesAsync(channel, 1)), StringComparison.Ordinal);

        Assert.StartsWith("Oke, perintah di sini kembali", await AskAsync(telegram, own, owner, "/kelola mati", 4), StringComparison.Ordinal);
        Assert.StartsWith("Belum ada langganan.", await AskAsync(telegram, own, owner, "/langgananku", 5), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(TelegramSimulator telegram, SimulatedChat chat, SimulatedUser user, string line, int answers)
    {
        telegram.People.Say(chat, user, line);
        return (await telegram.MessagesAsync(chat, answers))[^1];
    }
}
