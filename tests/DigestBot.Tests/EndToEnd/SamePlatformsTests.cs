using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>One script of commands, asked on every platform: what is said is the same, however it is shown.</summary>
public sealed class SamePlatformsTests
{
    private const string News = "Besok tidak ada ringkasan.";
    private const string Confirm = "Kirim ke 2 percakapan";
    private const string Again = "Semua percakapan sudah menerima pengumuman ini.";

    private static readonly Step[] Script =
    [
        new("articles", [], ["Pelabuhan Baru", "laut", "20 Nov 2026"]),
        new("digest", [("what", "pelabuhan")], ["Pelabuhan baru di pantai utara", "Kerjasama Ekonomi", "Tiga kabupaten sepakat", "Nelayan setempat"]),
        new("section", [("article", "pelabuhan"), ("section", "kerjasama")], ["Pelabuhan Baru", "2. Kerjasama Ekonomi", "Tiga kabupaten sepakat", "Bagian 2 dari 3"]),
        new("sections", [("article", "pelabuhan")], ["1. Latar Belakang", "2. Kerjasama Ekonomi", "3. Dampak Lingkungan"]),
        new("search", [("text", "kabupaten sepakat")], ["Hasil: kabupaten sepakat", "Kerjasama Ekonomi", " · Pelabuhan Baru", "Tiga kabupaten sepakat"]),
        new("search", [("text", "kerjasma")], ["kerjasma", "ejaannya mirip"]),
        new("rate", [("article", "pelabuhan"), ("vote", "suka")], ["dicatat: 👍", "Pelabuhan Baru"]),
        new("feedback", [], ["Pendapat pembaca", "Pelabuhan Baru", "👍 1", "👎 0"]),
        new("manage", [], ["Sebutkan channel atau grupnya"]) { OnConsole = ["ketik perintahnya langsung"] },
        new("search", [("text", "stroberi")], ["stroberi", "Coba kata yang lebih sedikit"]),
        new("subscribe", [("what", "laut")], ["laut", "07:00"]),
        new("subscribe", [("what", "laut"), ("sections", "ekonomi, -referensi"), ("words", "kabupaten"), ("how", "pendek top 5")],
            ["Langganan diubah: laut", "hanya bagian “ekonomi”", "tanpa bagian “referensi”", "artikel dengan kata “kabupaten”", "pendek", "5 teratas"]),
        new("preview", [], ["Pratinjau: laut", "1 dari 1 artikel", "Pelabuhan Baru", "baru"]),
        new("subscribe", [("what", "laut"), ("sections", "semua"), ("words", "semua"), ("how", "normal serial")], ["Langganan diubah: laut", "bersambung"]),
        new("next", [], ["Pelabuhan baru di pantai utara", "1/4"]),
        new("next", [], ["Latar Belakang", "2/4"]),
        new("back", [], ["Pelabuhan baru di pantai utara", "1/4"]),
        new("subscriptions", [], ["Langgananmu", "1/4, Pelabuhan Baru"]),
        new("subscribe", [("what", "laut top banyak")], ["“top”", "1 sampai 10"]),
        new("schedule", [("times", "06:30 sen-jum")], ["06:30", "WIB"]),
        new("timezone", [("zone", "WITA")], ["WITA"]),
        new("quiet", [("hours", "22:00-06:45")], ["Jam tenang: 22:00–06:45", "06:45", "WITA"]),
        new("silent", [("state", "hidup")], ["Kiriman datang tanpa bunyi.", "WITA"]),
        new("pin", [("state", "off")], ["Ringkasan tidak disematkan.", "WITA"]),
        new("forum", [("state", "hidup")], ["Ini untuk forum di Discord"]),
        new("settings", [], ["Setelan", "WITA (Asia/Makassar)", "Jam tenang: 22:00–06:45", "Kiriman datang tanpa bunyi.", "laut", "06:30"]),
        new("layout", [("parts", "judul tanggal ringkasan")], ["Yang tampil di ringkasan: judul, tanggal, ringkasan", "WITA"]),
        new("digest", [("what", "pelabuhan")], ["Pelabuhan Baru", "20 Nov 2026", "Tiga kabupaten sepakat"]),
        new("layout", [("parts", "judul cuaca")], ["“cuaca” bukan isi ringkasan", "judul, tautan, pembuka"]),
        new("export", [], ["\"topic\":\"laut\"", "\"serial\":true", "\"reading\":", "\"quiet\":\"22:00-06:45\"", "\"layout\":\"title date digests\""]),
        new("import", [("data", "{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"laut\",\"schedule\":\"06:30 mon-fri\",\"top\":2}]}")],
            ["Berhasil diimpor: 1 langganan", "2 teratas", "06:30", "WITA"]),
        new("import", [("data", "{\"digestbot\":1,\"chat\":7}")], ["“chat” tidak dikenal"]),
        new("pause", [("until", "3 hari")], ["untuk sementara tidak ada", "WITA"]),
        new("resume", [], ["dalam satu ringkasan", "WITA"]),
        new("subscriptions", [], ["laut", "06:30"]),
        new("section", [("article", "tidak ada artikel ini"), ("section", "x")], ["tidak ada artikel ini"]),
        new("unsubscribe", [("what", "laut")], ["laut"]),
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
            Assert.All(Script[i].OnConsole, said => Assert.Contains(said, console, StringComparison.Ordinal));
            console = console[console.IndexOf(Script[i].OnConsole[0], StringComparison.Ordinal)..];
            Assert.All(Script[i].Substance, said => Assert.Contains(said, telegram[i], StringComparison.Ordinal));
            Assert.All(Script[i].Substance, said => Assert.Contains(said, discord[i], StringComparison.Ordinal));
        }
    }

    private static async Task<string> OnConsoleAsync()
    {
        using var folder = Folder();
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string> { ["Operators__Users__0"] = "console:local" });
        foreach (var step in Script)
            await bot.TypeAsync(Line(step));
        await AnnounceOnConsoleAsync(bot);
        bot.EndInput();
        Assert.Equal(0, await bot.ExitAsync());
        return bot.Output;
    }

    private static async Task<IReadOnlyList<string>> OnTelegramAsync()
    {
        await using var telegram = await TelegramSimulator.StartAsync();
        using var folder = Folder();
        var reader = telegram.World.AddUser("Sari");
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string>
        {
            ["Telegram__Token"] = telegram.Token,
            ["Telegram__BaseUrl"] = telegram.Url.ToString(),
            ["Operators__Users__0"] = $"telegram:{reader.Id}",
        });
        var chat = telegram.World.AddPrivateChat(reader);
        for (var i = 0; i < Script.Length; i++)
        {
            telegram.People.Say(chat, reader, Line(Script[i]));
            await telegram.MessagesAsync(chat, i + 1);
        }

        await AnnounceOnTelegramAsync(telegram, chat, reader);
        return await telegram.MessagesAsync(chat, Script.Length);
    }

    private static async Task<IReadOnlyList<string>> OnDiscordAsync()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        using var folder = Folder();
        var reader = discord.World.AddUser("Sari");
        await using var bot = BotProcess.Start(folder.Path, new Dictionary<string, string>
        {
            ["Discord__Token"] = discord.Token,
            ["Discord__BaseUrl"] = discord.Url.ToString(),
            ["Operators__Users__0"] = $"discord:{reader.Id}",
        });
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted }, patience: TimeSpan.FromSeconds(60));
        var chat = discord.World.OpenDirectMessages(reader);
        var answers = new List<string>();
        foreach (var step in Script)
        {
            var answer = await discord.People.Command(reader, chat, step.Command, [.. step.Arguments.Select(argument => (argument.Name, (object)argument.Value))]).AnswerAsync();
            // A backslash says only that what follows is shown as it is.
            answers.Add(answer.Text.Replace("\\", "", StringComparison.Ordinal));
        }

        await AnnounceOnDiscordAsync(discord, chat, reader);
        return answers;
    }

    /// <summary>On the console a button is pressed by typing what stands on it.</summary>
    private static async Task AnnounceOnConsoleAsync(BotProcess bot)
    {
        await bot.TypeAsync("/langganan");
        await bot.TypeAsync($"/umumkan {News}");
        await bot.UntilAsync(bot => bot.Output.Contains("[Kirim ke 1 percakapan: ", StringComparison.Ordinal), "the preview");
        var confirm = bot.Output[bot.Output.IndexOf("/announce send ", StringComparison.Ordinal)..][..23];

        await bot.TypeAsync(confirm);
        await bot.UntilAsync(bot => Told(bot) == 2 && bot.Output.Contains("Sedang dikirim ke 1 percakapan.", StringComparison.Ordinal), "the announcement");
        await bot.TypeAsync(confirm);
        await bot.UntilAsync(bot => bot.Output.Contains(Again, StringComparison.Ordinal), "that it was sent before");
        Assert.Equal(2, Told(bot));

        static int Told(BotProcess bot) => bot.Output.Split(News).Length - 1;
    }

    private static async Task AnnounceOnTelegramAsync(TelegramSimulator telegram, SimulatedChat chat, SimulatedUser reader)
    {
        var other = telegram.World.AddUser("Budi");
        var others = telegram.World.AddPrivateChat(other);
        telegram.People.Say(others, other, "/langganan");
        await telegram.MessagesAsync(others);
        telegram.People.Say(chat, reader, "/langganan");
        telegram.People.Say(chat, reader, $"/umumkan {News}");
        await telegram.MessagesAsync(chat, Script.Length + 2);
        var preview = chat.Messages.Values.Last(message => message.IsBots);

        telegram.People.Press(chat, reader, preview.Id, Confirm);
        Assert.Equal(News, (await telegram.MessagesAsync(others, 2))[1]);
        Assert.Equal(News, (await telegram.MessagesAsync(chat, Script.Length + 3))[^1]);
        telegram.People.PressRaw(chat, reader, preview.Id, preview.Markup!["inline_keyboard"]![0]![0]!["callback_data"]!.GetValue<string>());
        await telegram.Ledger.WaitAsync(entry => entry is { Method: "editMessageText", Text: Again });
        Assert.Equal(2, (await telegram.MessagesAsync(others, 2)).Count);
    }

    private static async Task AnnounceOnDiscordAsync(DiscordSimulator discord, DiscordChannel chat, DiscordUser reader)
    {
        var other = discord.World.AddUser("Budi");
        var others = discord.World.OpenDirectMessages(other);
        await discord.People.Command(other, others, "subscribe").AnswerAsync();
        await discord.People.Command(reader, chat, "subscribe").AnswerAsync();
        var preview = discord.People.Command(reader, chat, "announce", ("announcement", News));
        await preview.AnswerAsync();
        var shown = preview.Original!;

        Assert.Equal("Sedang dikirim ke 2 percakapan.", (await discord.People.Press(reader, shown, Confirm).AnswerAsync()).Text);
        Assert.Equal(News, (await discord.MessagesAsync(others))[^1].Text);
        Assert.Equal(News, (await discord.MessagesAsync(chat))[^1].Text);
        Assert.Equal(Again, (await discord.People.Press(reader, shown, Confirm).AnswerAsync()).Text);
        Assert.Single(discord.Ledger.Entries, entry => entry is { Method: "createMessage", Verdict: Verdict.Accepted } && entry.Chat == $"{others.Id}");
    }

    private static BotFolder Folder()
    {
        var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        return folder;
    }

    /// <summary>As somebody types it who has no fields to fill in.</summary>
    private static string Line(Step step) => string.Join(' ', step.Arguments
        .Select(argument => argument.Name is "sections" or "words" ? $"{argument.Name}: {argument.Value}" : argument.Value)
        .Prepend("/" + step.Command));

    /// <summary>A command and what its answer says; on the console something else where that has one chat alone.</summary>
    private sealed record Step(string Command, (string Name, string Value)[] Arguments, string[] Substance)
    {
        public string[] OnConsole { get; init; } = Substance;
    }
}
