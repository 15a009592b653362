using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>A channel is managed by its administrator from a private chat.</summary>
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

    [Fact]
    public async Task Who_manages_a_server_on_Discord_subscribes_a_channel_from_direct_messages_and_nobody_else_does()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        await using var bot = BotProcess.Start(
            folder.Path, new Dictionary<string, string> { ["Discord__Token"] = discord.Token, ["Discord__BaseUrl"] = discord.Url.ToString() });
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted }, patience: TimeSpan.FromSeconds(60));
        var (owner, manager, member) = (discord.World.AddUser("Oki"), discord.World.AddUser("Ayu"), discord.World.AddUser("Mira"));
        var guild = discord.World.AddGuild("Warta", owner);
        guild.Permit(manager, DiscordPermissions.Manager);
        var channel = discord.World.AddChannel(guild, "kabar-laut");

        Assert.Contains("Yang dikelola dari sini: #kabar-laut.", await AskAsync(discord, owner, "manage", ("chat", $"<#{channel.Id}>")), StringComparison.Ordinal);
        Assert.Contains("Yang dikelola dari sini: #kabar-laut.", await AskAsync(discord, manager, "manage", ("chat", $"{channel.Id}")), StringComparison.Ordinal);
        Assert.Contains("Untuk #kabar-laut:", await AskAsync(discord, manager, "subscribe", ("what", "laut")), StringComparison.Ordinal);
        Assert.Contains("tidak ketemu, atau kamu bukan adminnya", await AskAsync(discord, member, "manage", ("chat", $"{channel.Id}")), StringComparison.Ordinal);
        Assert.Contains("tidak ketemu, atau kamu bukan adminnya", await AskAsync(discord, manager, "manage", ("chat", "123456789012345678")), StringComparison.Ordinal);

        var there = await discord.People.Command(member, channel, "subscriptions").AnswerAsync();
        Assert.Contains("laut", there.Text, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(DiscordSimulator discord, DiscordUser user, string command, params (string Name, object Value)[] options) =>
        (await discord.People.Command(user, discord.World.OpenDirectMessages(user), command, options).AnswerAsync())
        // A backslash says only that what follows is shown as it is.
        .Text.Replace("\\", "", StringComparison.Ordinal);

    private static async Task<string> AskAsync(TelegramSimulator telegram, SimulatedChat chat, SimulatedUser user, string line, int answers)
    {
        telegram.People.Say(chat, user, line);
        return (await telegram.MessagesAsync(chat, answers))[^1];
    }
}
