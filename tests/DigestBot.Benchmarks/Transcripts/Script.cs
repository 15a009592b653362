using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Transcripts;

/// <summary>What is said and what happens, the same on every platform.</summary>
internal static class Script
{
    private const string Article = "sains/gempa-megathrust.md";

    /// <summary>A change that the subscription is told of, in a section that it wants.</summary>
    private static readonly (string Old, string New) Wanted = (
        "Jaringan seismograf menentukan lokasi dan magnitudo gempa dalam beberapa menit,",
        "Jaringan seismograf kini menentukan lokasi dan magnitudo gempa dalam tiga menit,");

    /// <summary>A change in a section that it does not want.</summary>
    private static readonly (string Old, string New) Other = ("untuk tiga hari.", "untuk lima hari.");

    private static readonly Ask WholeSection = new("/bagian gempa peringatan lengkap", "section", ("article", "gempa"), ("section", "peringatan lengkap"));

    private static readonly Ask[] FirstEvening =
    [
        new("/start", "start"),
        new("/langganan sains bagian: peringatan, menipu", "subscribe", ("what", "sains"), ("sections", "peringatan, menipu")),
        new("/bagian gempa aturan", "section", ("article", "gempa"), ("section", "aturan")),
        new("/langgananku", "subscriptions"),
    ];

    /// <summary>When it begins: a Tuesday evening in Jakarta.</summary>
    public static DateTimeOffset Evening { get; } = new(2026, 11, 24, 19, 0, 0, TimeSpan.FromHours(7));

    public static void WriteArticle(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "content", "sains"));
        File.Copy(Path.Combine(Programs.Checkout, "content", Article), FileIn(folder));
    }

    public static async Task RunAsync(TranscribedChat chat, string folder, TextWriter transcript)
    {
        foreach (var ask in FirstEvening)
            await transcript.WriteLineAsync($"> {chat.Show(ask)}\n\n{await chat.AskAsync(ask)}\n");

        await transcript.WriteLineAsync($"--- Rabu 07:00\n\n{await chat.PostAtAsync(Evening.AddHours(12))}\n");

        await EditAsync(chat, folder);
        await transcript.WriteLineAsync("--- artikelnya disunting: satu kalimat dari bagian yang diminta, dan satu dari bagian lain\n");
        await transcript.WriteLineAsync($"--- Kamis 07:00\n\n{await chat.PostAtAsync(Evening.AddHours(36))}");
    }

    /// <summary>Changes both sections, and waits until the bot has seen it.</summary>
    private static async Task EditAsync(TranscribedChat chat, string folder)
    {
        var text = await File.ReadAllTextAsync(FileIn(folder));
        await File.WriteAllTextAsync(FileIn(folder), Replace(Replace(text, Wanted), Other));
        for (var turn = 0; !(await chat.AskAsync(WholeSection)).Contains("tiga menit", StringComparison.Ordinal); turn++)
        {
            if (turn == 60)
                throw new TimeoutException("the bot did not take up the edited article");
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static string Replace(string text, (string Old, string New) change) => text.Contains(change.Old, StringComparison.Ordinal)
        ? text.Replace(change.Old, change.New, StringComparison.Ordinal)
        : throw new InvalidOperationException($"the article has no '{change.Old}' any more");

    private static string FileIn(string folder) => Path.Combine(folder, "content", Article);
}

/// <summary>A command as it is typed, and as it is filled in where there are fields.</summary>
internal sealed record Ask(string Typed, string Command, params (string Name, string Value)[] Fields);
