using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>Whom a private bot serves, with settings as people write them.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Chats_that_are_named_in_one_variable_are_served_and_strangers_are_not()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var sari = telegram.World.AddUser("Sari");
        var stranger = telegram.World.AddUser("Budi");
        var (listed, other) = (telegram.World.AddPrivateChat(sari), telegram.World.AddPrivateChat(stranger));
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string>
        {
            ["Telegram__Token"] = telegram.Token,
            ["Telegram__BaseUrl"] = telegram.Url.ToString(),
            ["Access__Chats"] = $"telegram:{listed.Id},discord:123",
        });

        telegram.People.Say(listed, sari, "/artikel");
        Assert.Contains("Pelabuhan Baru", (await telegram.MessagesAsync(listed))[0], StringComparison.Ordinal);
        telegram.People.Say(other, stranger, "/artikel");

        Assert.Contains("hanya melayani percakapan yang didaftarkan", (await telegram.MessagesAsync(other))[0], StringComparison.Ordinal);
    }
}
