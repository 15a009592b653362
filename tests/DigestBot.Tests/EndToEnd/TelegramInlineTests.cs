using System.Text.Json;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>What is typed behind the bot's name in any chat finds what <c>/search</c> finds, ready to be posted.</summary>
public sealed class TelegramInlineTests : IAsyncLifetime
{
    private readonly BotFolder _folder = new();
    private TelegramSimulator _telegram = null!;
    private BotProcess _bot = null!;
    private SimulatedUser _reader = null!;
    private SimulatedChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await TelegramSimulator.StartAsync();
        _folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        _folder.Write("laut/aneh.md", "# <b>Judul</b> @semua tg://resolve?domain=x\n\n## Bagian [x](tg://user?id=1)\nKalimat *langka* untuk @budi dan javascript:alert(1).\n");
        _bot = BotProcess.Start(
            _folder.Path, new Dictionary<string, string> { ["Telegram__Token"] = _telegram.Token, ["Telegram__BaseUrl"] = _telegram.Url.ToString() });
        _reader = _telegram.World.AddUser("Sari");
        _chat = _telegram.World.AddPrivateChat(_reader);
        // Answered once the index is there.
        _telegram.People.Say(_chat, _reader, "/cari kabupaten sepakat");
        Assert.Contains("Kerjasama Ekonomi", (await _telegram.MessagesAsync(_chat))[0], StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_section_that_was_found_can_be_posted_and_leads_back_to_the_bot()
    {
        var answer = await AskAsync("kabupaten sepakat", 1);

        Assert.False(answer.TryGetProperty("is_personal", out _));
        var result = answer.GetProperty("results")[0];
        Assert.Equal("Kerjasama Ekonomi · Pelabuhan Baru", result.GetProperty("title").GetString());
        Assert.StartsWith("Tiga kabupaten sepakat", result.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("2. Kerjasama Ekonomi\nTiga kabupaten sepakat", TextOf(result), StringComparison.Ordinal);

        var link = result.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("url").GetString()!;
        Assert.StartsWith("https://t.me/", link, StringComparison.Ordinal);
        _telegram.People.Say(_chat, _reader, $"/start {link[(link.IndexOf("start=", StringComparison.Ordinal) + 6)..]}");
        Assert.Contains("Bagian 2 dari 3", (await _telegram.MessagesAsync(_chat, 2))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_word_is_typed_the_articles_are_offered_and_what_is_nowhere_finds_nothing()
    {
        var (all, none) = (await AskAsync("", 1), await AskAsync("stroberi", 2));

        Assert.Equal((2, 60), (all.GetProperty("results").GetArrayLength(), all.GetProperty("cache_time").GetInt32()));
        // While the bot still reads there is nothing either: that is not kept for others.
        Assert.Equal((0, 0), (none.GetProperty("results").GetArrayLength(), none.GetProperty("cache_time").GetInt32()));
    }

    [Fact]
    public async Task What_an_article_says_acts_in_no_chat_that_it_is_posted_in()
    {
        var result = (await AskAsync("langka", 1)).GetProperty("results")[0];

        var text = TextOf(result);
        Assert.Contains("@budi", text, StringComparison.Ordinal);
        Assert.False(result.GetProperty("input_message_content").TryGetProperty("parse_mode", out _));
        var entities = result.GetProperty("input_message_content").GetProperty("entities").EnumerateArray()
            .Select(entity => (Type: entity.GetProperty("type").GetString(), Text: text.Substring(entity.GetProperty("offset").GetInt32(), entity.GetProperty("length").GetInt32())))
            .ToArray();
        Assert.All(entities, entity => Assert.Contains(entity.Type, (string[])["bold", "code"]));
        Assert.Contains(("code", "@budi"), entities);
    }

    private async Task<JsonElement> AskAsync(string text, int answers)
    {
        _telegram.People.AskInline(_reader, text);
        var entries = await _telegram.Ledger.WaitAsync(entry => entry is { Method: "answerInlineQuery", Verdict: Verdict.Accepted }, answers);
        return entries[^1].Request!.Value;
    }

    private static string TextOf(JsonElement result) => result.GetProperty("input_message_content").GetProperty("message_text").GetString()!;
}
