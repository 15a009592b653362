using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>One script of commands, asked on every platform: what is said is the same, however it is shown.</summary>
public sealed class SamePlatformsTests
{
    private static readonly (string Command, (string Name, string Value)[] Arguments, string[] Substance)[] Script =
    [
        ("articles", [], ["Pelabuhan Baru", "laut", "20 Nov 2026"]),
        ("digest", [("what", "pelabuhan")], ["Pelabuhan baru di pantai utara", "Kerjasama Ekonomi", "Tiga kabupaten sepakat", "Nelayan setempat"]),
        ("section", [("article", "pelabuhan"), ("section", "kerjasama")], ["Pelabuhan Baru", "2. Kerjasama Ekonomi", "Tiga kabupaten sepakat", "Bagian 2 dari 3"]),
        ("sections", [("article", "pelabuhan")], ["1. Latar Belakang", "2. Kerjasama Ekonomi", "3. Dampak Lingkungan"]),
        ("search", [("text", "kabupaten sepakat")], ["Hasil: kabupaten sepakat", "Kerjasama Ekonomi", " · Pelabuhan Baru", "Tiga kabupaten sepakat"]),
        ("search", [("text", "kerjasma")], ["kerjasma", "ejaannya mirip"]),
        ("rate", [("article", "pelabuhan"), ("vote", "suka")], ["dicatat: 👍", "Pelabuhan Baru"]),
        ("search", [("text", "stroberi")], ["stroberi", "Coba kata yang lebih sedikit"]),
        ("subscribe", [("what", "laut")], ["laut", "07:00"]),
        ("subscribe", [("what", "laut"), ("sections", "ekonomi, -referensi"), ("words", "kabupaten"), ("how", "pendek top 5")],
            ["Langganan diubah: laut", "hanya bagian “ekonomi”", "tanpa bagian “referensi”", "artikel dengan kata “kabupaten”", "pendek", "5 teratas"]),
        ("preview", [], ["Pratinjau: laut", "1 dari 1 artikel", "Pelabuhan Baru", "baru"]),
        ("subscribe", [("what", "laut"), ("sections", "semua"), ("words", "semua"), ("how", "normal serial")], ["Langganan diubah: laut", "bersambung"]),
        ("next", [], ["Pelabuhan baru di pantai utara", "1/4"]),
        ("next", [], ["Latar Belakang", "2/4"]),
        ("back", [], ["Pelabuhan baru di pantai utara", "1/4"]),
        ("subscriptions", [], ["Langgananmu", "1/4, Pelabuhan Baru"]),
        ("subscribe", [("what", "laut top banyak")], ["“top”", "1 sampai 10"]),
        ("schedule", [("times", "06:30 sen-jum")], ["06:30", "WIB"]),
        ("timezone", [("zone", "WITA")], ["WITA"]),
        ("quiet", [("hours", "22:00-06:45")], ["Jam tenang: 22:00–06:45", "06:45", "WITA"]),
        ("silent", [("state", "hidup")], ["Kiriman datang tanpa bunyi.", "WITA"]),
        ("pin", [("state", "off")], ["Ringkasan tidak disematkan.", "WITA"]),
        ("forum", [("state", "hidup")], ["Ini untuk forum di Discord"]),
        ("settings", [], ["Setelan", "WITA (Asia/Makassar)", "Jam tenang: 22:00–06:45", "Kiriman datang tanpa bunyi.", "laut", "06:30"]),
        ("layout", [("parts", "judul tanggal ringkasan")], ["Yang tampil di ringkasan: judul, tanggal, ringkasan", "WITA"]),
        ("digest", [("what", "pelabuhan")], ["Pelabuhan Baru", "20 Nov 2026", "Tiga kabupaten sepakat"]),
        ("layout", [("parts", "judul cuaca")], ["“cuaca” bukan isi ringkasan", "judul, tautan, pembuka"]),
        ("export", [], ["\"topic\":\"laut\"", "\"serial\":true", "\"reading\":", "\"quiet\":\"22:00-06:45\"", "\"layout\":\"title date digests\""]),
        ("import", [("data", "{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"laut\",\"schedule\":\"06:30 mon-fri\",\"top\":2}]}")],
            ["Sudah diambil: 1 langganan", "2 teratas", "06:30", "WITA"]),
        ("import", [("data", "{\"digestbot\":1,\"chat\":7}")], ["“chat” tidak dikenal"]),
        ("pause", [("until", "3 hari")], ["untuk sementara tidak ada", "WITA"]),
        ("resume", [], ["dalam satu ringkasan", "WITA"]),
        ("subscriptions", [], ["laut", "06:30"]),
        ("section", [("article", "tidak ada artikel ini"), ("section", "x")], ["tidak ada artikel ini"]),
        ("unsubscribe", [("what", "laut")], ["laut"]),
    ];

    [Fact]
    public async Task The_same_script_has_the_same_substance_on_console_telegram_and_discord()
    {
        var (onConsole, onTelegram, onDiscord) = (OnConsoleAsync(), OnTelegramAsync(), OnDiscordAsync());
        await Task.WhenAll(onConsole, onTelegram, onDiscord);
        var (console, telegram, discord) = (await onConsole, await onTelegram, await onDiscord);

        for (var i = 0; i < Script.Length; i++)
        {
            // The console's answers stand one under the other.
            Assert.All(Script[i].Substance, said => Assert.Contains(said, console, StringComparison.Ordinal));
            console = console[console.IndexOf(Script[i].Substance[0], StringComparison.Ordinal)..];
            Assert.All(Script[i].Substance, said => Assert.Contains(said, telegram[i], StringComparison.Ordinal));
            Assert.All(Script[i].Substance, said => Assert.Contains(said, discord[i], StringComparison.Ordinal));
        }
    }

    private static async Task<string> OnConsoleAsync()
    {
        using var folder = Folder();
        await using var bot = BotProcess.Start(folder.Path, null);
        foreach (var (command, arguments, _) in Script)
            await bot.TypeAsync(Line(command, arguments));
        bot.EndInput();
        Assert.Equal(0, await bot.ExitAsync());
        return bot.Output;
    }

    private static async Task<IReadOnlyList<string>> OnTelegramAsync()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = Folder();
        await using var bot = BotProcess.Start(
            folder.Path, new Dictionary<string, string> { ["Telegram__Token"] = telegram.Token, ["Telegram__BaseUrl"] = telegram.Url.ToString() });
        var reader = telegram.World.AddUser("Sari");
        var chat = telegram.World.AddPrivateChat(reader);
        for (var i = 0; i < Script.Length; i++)
        {
            telegram.People.Say(chat, reader, Line(Script[i].Command, Script[i].Arguments));
            await telegram.MessagesAsync(chat, i + 1);
        }

        return await telegram.MessagesAsync(chat, Script.Length);
    }

    private static async Task<IReadOnlyList<string>> OnDiscordAsync()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = Folder();
        await using var bot = BotProcess.Start(
            folder.Path, new Dictionary<string, string> { ["Discord__Token"] = discord.Token, ["Discord__BaseUrl"] = discord.Url.ToString() });
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted }, patience: TimeSpan.FromSeconds(60));
        var reader = discord.World.AddUser("Sari");
        var chat = discord.World.OpenDirectMessages(reader);
        var answers = new List<string>();
        foreach (var (command, arguments, _) in Script)
        {
            var answer = await discord.People.Command(reader, chat, command, [.. arguments.Select(argument => (argument.Name, (object)argument.Value))]).AnswerAsync();
            // A backslash says only that what follows is shown as it is.
            answers.Add(answer.Text.Replace("\\", "", StringComparison.Ordinal));
        }

        return answers;
    }

    private static BotFolder Folder()
    {
        var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        return folder;
    }

    /// <summary>As somebody types it who has no fields to fill in.</summary>
    private static string Line(string command, (string Name, string Value)[] arguments) => string.Join(' ', arguments
        .Select(argument => argument.Name is "sections" or "words" ? $"{argument.Name}: {argument.Value}" : argument.Value)
        .Prepend("/" + command));
}
