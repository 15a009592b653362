using System.Text.Json;

namespace DigestBot.EndToEnd;

public sealed class PreviewTests
{
    private static readonly string[] PyongyangHeadings =
    [
        "", "Latar Belakang Pertemuan", "Tujuan Pertemuan", "Kerjasama Ekonomi", "Aliansi Militer dan Keamanan",
        "Geopolitik dan Dunia Multipolar", "Reaksi Internasional", "Reaksi dari Amerika Serikat",
        "Pandangan dari Negara-Negara Asia", "Implikasi Jangka Panjang", "Peningkatan Kerja Sama Internasional",
        "Stabilitas Regional", "Kesimpulan",
    ];

    [Fact]
    public async Task The_shared_article_has_a_lead_and_its_twelve_sections_and_every_digest_is_verbatim()
    {
        var article = Path.GetFullPath(Path.Combine(BotFolder.ShippedContent, "..", "..", "shared", "articles", "pyongyang.txt"));
        Assert.SkipUnless(File.Exists(article), "the shared article does not lie beside this checkout");

        var preview = await PreviewAsync(article);

        Assert.Equal(PyongyangHeadings, preview.GetProperty("sections").EnumerateArray().Select(Heading));
        Assert.Equal("id", preview.GetProperty("language").GetString());
        EveryDigestIsVerbatim(preview);
    }

    [Fact]
    public async Task The_shipped_article_of_the_same_form_has_a_lead_and_sections_and_every_digest_is_verbatim()
    {
        var preview = await PreviewAsync(Path.Combine(BotFolder.ShippedContent, "geopolitik", "pyongyang.txt"));

        var headings = preview.GetProperty("sections").EnumerateArray().Select(Heading).ToArray();
        Assert.Equal(["", "Kunjungan Setelah 24 Tahun"], headings[..2]);
        Assert.InRange(headings.Length, 12, 16);
        EveryDigestIsVerbatim(preview);
    }

    [Fact]
    public async Task The_number_of_sentences_is_what_was_asked_for()
    {
        using var folder = new BotFolder();
        folder.Write("pelabuhan.md", SampleArticles.Harbour);

        var preview = await PreviewAsync(Path.Combine(folder.Path, "content", "pelabuhan.md"), "--sentences", "2", "--section-sentences", "1");

        Assert.Equal(2, preview.GetProperty("overview").GetArrayLength());
        Assert.All(preview.GetProperty("sections").EnumerateArray(), section => Assert.Equal(1, section.GetProperty("digest").GetArrayLength()));
    }

    [Fact]
    public async Task Explained_every_sentence_has_its_score_and_reasons_and_otherwise_none_has()
    {
        using var folder = new BotFolder();
        folder.Write("pelabuhan.md", SampleArticles.Harbour);
        var article = Path.Combine(folder.Path, "content", "pelabuhan.md");

        var explained = (await PreviewAsync(article, "--explain")).GetProperty("sections")[1];
        var plain = (await PreviewAsync(article)).GetProperty("sections")[1];

        Assert.Equal(explained.GetProperty("sentences").GetArrayLength(), explained.GetProperty("explained").GetArrayLength());
        Assert.All(explained.GetProperty("explained").EnumerateArray(), sentence => Assert.NotEmpty(sentence.GetProperty("reasons").EnumerateObject()));
        Assert.Equal(
            explained.GetProperty("digest").EnumerateArray().Select(sentence => sentence.GetString()),
            explained.GetProperty("explained").EnumerateArray().Where(sentence => sentence.GetProperty("chosen").GetBoolean())
                .Select(sentence => sentence.GetProperty("sentence").GetString()));
        Assert.False(plain.TryGetProperty("explained", out _));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_error_after_the_others_were_shown()
    {
        using var folder = new BotFolder();
        folder.Write("pelabuhan.md", SampleArticles.Harbour);
        File.WriteAllBytes(Path.Combine(folder.Path, "content", "rusak.txt"), [0x41, 0xC3, 0x28]);
        var missing = Path.Combine(folder.Path, "tidak-ada.txt");

        await using var bot = BotProcess.Start(
            folder.Path, null, "preview", "--json", missing, Path.Combine(folder.Path, "content", "rusak.txt"), Path.Combine(folder.Path, "content", "pelabuhan.md"));
        bot.EndInput();

        Assert.NotEqual(0, await bot.ExitAsync());
        Assert.Single(bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("tidak-ada.txt", bot.Errors, StringComparison.Ordinal);
        Assert.Contains("rusak.txt", bot.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Articles:MaxFileBytes=10", 1, "pelabuhan.md")]
    [InlineData("Articles:MaxFileBytes=many", 2, "Articles:MaxFileBytes: 'many' is no whole number")]
    [InlineData("Articles:MaxFileByte=10", 2, "the nearest is Articles:MaxFileBytes")]
    public async Task Settings_hold_and_one_that_is_mistyped_is_refused(string pair, int exit, string named)
    {
        using var folder = new BotFolder();
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);

        await using var bot = BotProcess.Start(folder.Path, null, "preview", "--set", pair, Path.Combine(folder.Path, "content", "laut", "pelabuhan.md"));
        bot.EndInput();

        Assert.Equal(exit, await bot.ExitAsync());
        Assert.Contains(named, bot.Errors, StringComparison.Ordinal);
        Assert.Empty(bot.Output);
    }

    private static string Heading(JsonElement section) => section.GetProperty("heading").GetString()!;

    private static async Task<JsonElement> PreviewAsync(string path, params string[] options)
    {
        using var folder = new BotFolder();
        await using var bot = BotProcess.Start(folder.Path, null, ["preview", "--json", .. options, path]);
        bot.EndInput();
        Assert.True(await bot.ExitAsync() == 0, bot.Errors);
        return JsonDocument.Parse(Assert.Single(bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
    }

    private static void EveryDigestIsVerbatim(JsonElement preview) =>
        Assert.All(preview.GetProperty("sections").EnumerateArray(), section =>
        {
            var text = string.Join(' ', section.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()));
            Assert.NotEqual(0, section.GetProperty("digest").GetArrayLength());
            Assert.All(section.GetProperty("digest").EnumerateArray(), sentence => Assert.Contains(sentence.GetString()!, text, StringComparison.Ordinal));
        });
}
