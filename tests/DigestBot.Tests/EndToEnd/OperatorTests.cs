using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>What an operator says to all, and what an operator is told.</summary>
public sealed class OperatorTests
{
    [Fact]
    public async Task An_announcement_is_seen_before_it_goes_out_and_reaches_every_chat_once()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var (operators, chat) = Person(telegram, "Oki");
        await using var bot = Start(folder, telegram, operators);
        var readers = (string[])["Sari", "Budi"];
        var chats = readers.Select(name => Person(telegram, name)).ToArray();
        foreach (var (reader, room) in chats)
        {
            telegram.People.Say(room, reader, "/langganan laut");
            await telegram.MessagesAsync(room);
        }

        telegram.People.Say(chat, operators, "/umumkan Besok <b>libur</b> @semua.");
        var preview = (await telegram.MessagesAsync(chat))[0];
        Assert.Contains("Besok <b>libur</b> @semua.", preview, StringComparison.Ordinal);
        Assert.Equal(1, Heard(telegram, chats[0].Chat));

        var message = chat.Messages.Keys.Max();
        telegram.People.Press(chat, operators, message, "Kirim ke 2 percakapan");
        telegram.People.Press(chat, operators, message, "Kirim ke 2 percakapan");
        foreach (var (_, room) in chats)
            Assert.Equal("Besok <b>libur</b> @semua.", (await telegram.MessagesAsync(room, 2))[1]);

        await telegram.Ledger.WaitAsync(entry => entry is { Method: "answerCallbackQuery", Verdict: Verdict.Accepted }, 2);
        Assert.Equal("Semua percakapan sudah menerima pengumuman ini.", chat.Messages[message].Text);
        Assert.All(chats, room => Assert.Equal(2, Heard(telegram, room.Chat)));
    }

    [Fact]
    public async Task An_error_is_told_to_the_operators_chat_and_to_nobody_else()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        var (operators, chat) = Person(telegram, "Oki");
        var (reader, room) = Person(telegram, "Sari");
        telegram.Faults.Add(Fault.Answer(400) with { Method = "sendMessage", Description = "Bad Request: can't parse entities: simulated", Times = 1 });
        await using var bot = Start(folder, telegram, operators);

        telegram.People.Say(room, reader, "/artikel");

        Assert.Contains("Pelabuhan Baru", (await telegram.MessagesAsync(room))[0], StringComparison.Ordinal);
        var notice = (await telegram.MessagesAsync(chat))[0];
        Assert.Contains("Ada kesalahan", notice, StringComparison.Ordinal);
        Assert.Contains("can't parse entities: simulated", notice, StringComparison.Ordinal);
        Assert.DoesNotContain(telegram.Token, notice, StringComparison.Ordinal);
        Assert.Equal(1, Heard(telegram, room));
    }

    private static (SimulatedUser User, SimulatedChat Chat) Person(TelegramSimulator telegram, string name)
    {
        var user = telegram.World.AddUser(name);
        return (user, telegram.World.AddPrivateChat(user));
    }

    private static int Heard(TelegramSimulator telegram, SimulatedChat chat) => telegram.Ledger.Entries.Count(
        entry => entry is { Method: "sendMessage", Verdict: Verdict.Accepted } && entry.Chat == chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static BotProcess Start(BotFolder folder, TelegramSimulator telegram, SimulatedUser operators) => BotProcess.Start(
        folder.Path,
        new Dictionary<string, string>
        {
            ["Telegram__Token"] = telegram.Token,
            ["Telegram__BaseUrl"] = telegram.Url.ToString(),
            ["Operators__Users__0"] = $"telegram:{operators.Id}",
            ["Operators__Chat"] = $"telegram:{operators.Id}",
        });
}
