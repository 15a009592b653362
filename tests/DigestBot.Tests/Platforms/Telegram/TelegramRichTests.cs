using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Rendering;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Platforms.Telegram;

/// <summary>Digests whose sections fold, where the server takes them; the same digest plain where it does not.</summary>
public sealed class TelegramRichTests : IAsyncLifetime
{
    private static readonly Message Digest = new(
    [
        new TitleBlock("Pelabuhan <Baru> & \"lain\"", new Uri("https://example.org/a?b=1&c=2")),
        new SectionBlock(0, "", ["Pembuka & <script>alert(1)</script>."]),
        new SectionBlock(1, "Latar </summary></details>", ["Satu @budi.", "Dua https://t.me/x", "Tiga."]),
        new TextBlock([new Span("tebal <b>", SpanStyle.Bold), new Span(" tg://x", SpanStyle.Code)]),
        new ItemBlock("•", [new Span("butir")]),
        new FooterBlock("24 Nov 2026"),
    ])
    {
        Rich = true,
        Silent = true,
        Buttons = [[new Button("1", "section 1f0c2a9b 1")]],
    };

    private TelegramSimulator _telegram = null!;
    private TelegramBot _bot = null!;
    private SimulatedChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await TelegramSimulator.StartAsync();
        _bot = await TelegramBot.StartAsync(_telegram);
        _chat = _telegram.World.AddPrivateChat(_telegram.World.AddUser("Ani"));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task Sections_fold_under_their_headings_and_every_text_is_only_text()
    {
        Assert.IsType<SendOutcome.Sent>(await SendAsync());

        var entry = Assert.Single(_telegram.Ledger.Entries);
        var rich = entry.Request!.Value.GetProperty("rich_message");
        Assert.Equal(
            "<h3><a href=\"https://example.org/a?b=1&amp;c=2\">Pelabuhan &lt;Baru&gt; &amp; &quot;lain&quot;</a></h3>"
            + "<p>Pembuka &amp; &lt;script&gt;alert(1)&lt;/script&gt;.</p>"
            + "<details><summary>1. Latar &lt;/summary&gt;&lt;/details&gt;</summary><p>Satu @budi. Dua https://t.me/x · Tiga.</p></details>"
            + "<p><b>tebal &lt;b&gt;</b><code> tg://x</code></p><p>• butir</p><footer>24 Nov 2026</footer>",
            rich.GetProperty("html").GetString());
        Assert.True(rich.GetProperty("skip_entity_detection").GetBoolean());
        Assert.True(entry.Request.Value.GetProperty("disable_notification").GetBoolean());
        Assert.Equal("section 1f0c2a9b 1", _bot.Buttons.TryRead(
            entry.Request.Value.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("callback_data").GetString(), TelegramBot.IdOf(_chat)));
        Assert.Equal(entry.Chat, _chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Several_articles_have_a_table_of_contents_that_leads_to_each()
    {
        var several = new Message(
        [
            new TextBlock([new Span("Terlambat")]),
            new TitleBlock("Satu <a>", new Uri("https://example.org/1")), new SectionBlock(1, "Bab", ["Isi."]),
            new TitleBlock("Dua"), new SectionBlock(1, "Bab", ["Isi."]),
        ])
        {
            Rich = true,
        };

        Assert.IsType<SendOutcome.Sent>(await _bot.SendAsync(TelegramBot.IdOf(_chat), several));

        Assert.Equal(
            "<p>Terlambat</p><p><a href=\"#article-1\">Satu &lt;a&gt;</a></p><p><a href=\"#article-2\">Dua</a></p>"
            + "<a name=\"article-1\"></a><h3><a href=\"https://example.org/1\">Satu &lt;a&gt;</a></h3><details><summary>1. Bab</summary><p>Isi.</p></details>"
            + "<a name=\"article-2\"></a><h3>Dua</h3><details><summary>1. Bab</summary><p>Isi.</p></details>",
            Assert.Single(_telegram.Ledger.Entries).Request!.Value.GetProperty("rich_message").GetProperty("html").GetString());
    }

    [Theory]
    [InlineData("Not Found: method not found")]
    [InlineData("Not Found")]
    public async Task Where_the_server_has_no_such_method_the_same_goes_plain_and_that_is_remembered(string reason)
    {
        _telegram.Faults.Add(Fault.Answer(404, reason) with { Method = "sendRichMessage" });

        Assert.IsType<SendOutcome.Sent>(await SendAsync());
        Assert.IsType<SendOutcome.Sent>(await SendAsync(Other));

        Assert.Equal(["sendRichMessage", "sendMessage", "sendMessage"], _telegram.Ledger.Entries.Select(entry => entry.Method));
        Assert.Contains("1. Latar </summary></details>\nSatu @budi.", _telegram.Ledger.Entries[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bad Request: can't parse rich message")]
    [InlineData("Bad Request: RICH_MESSAGE_INVALID")]
    public async Task A_digest_whose_rich_form_is_refused_goes_plain_to_all_and_the_next_one_is_rich(string reason)
    {
        _telegram.Faults.Add(Fault.Answer(400, reason) with { Method = "sendRichMessage", Times = 1 });
        var part = _bot.Platform.Render(Digest)[0];
        var second = _telegram.World.AddPrivateChat(_telegram.World.AddUser("Budi"));

        foreach (var chat in new[] { _chat, second })
            Assert.IsType<SendOutcome.Sent>(await _bot.Platform.SendAsync(TelegramBot.IdOf(chat), part, "d1", TestContext.Current.CancellationToken));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(Other));

        Assert.Equal(["sendRichMessage", "sendMessage", "sendMessage", "sendRichMessage"], _telegram.Ledger.Entries.Select(entry => entry.Method));
    }

    [Fact]
    public async Task What_says_nothing_about_the_form_is_no_reason_to_send_it_twice()
    {
        _telegram.Faults.Add(Fault.Cut(accepts: true) with { Method = "sendRichMessage", Times = 1 });
        Assert.IsType<SendOutcome.Unknown>(await SendAsync());

        _telegram.Faults.Add(Fault.Answer(403, "Forbidden: bot was blocked by the user") with { Method = "sendRichMessage", Times = 1 });
        Assert.IsType<SendOutcome.Gone>(await SendAsync());

        _telegram.Faults.Add(Fault.Answer(429, "Too Many Requests: retry after 3") with { Method = "sendRichMessage", Times = 1 });
        Assert.IsType<SendOutcome.Later>(await SendAsync());

        Assert.DoesNotContain(_telegram.Ledger.Entries, entry => entry.Method == "sendMessage");
    }

    [Fact]
    public void Plain_chats_long_digests_and_messages_without_sections_have_no_rich_form()
    {
        Assert.Null(TelegramRenderer.Render(Digest with { Rich = false })[0].Rich);
        Assert.Null(TelegramRenderer.Render(Message.OfText("Halo") with { Rich = true })[0].Rich);
        var parts = TelegramRenderer.Render(new Message([new SectionBlock(1, "Bab", [.. Enumerable.Repeat(new string('x', 500), 12)])]) { Rich = true });
        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Null(part.Rich));
    }

    [Fact]
    public void After_six_hours_the_server_is_asked_again()
    {
        var clock = new FakeTimeProvider();
        var latch = new RichLatch(clock);
        Assert.True(latch.IsOpen);

        latch.Close();
        clock.Advance(TimeSpan.FromHours(5));
        Assert.False(latch.IsOpen);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(latch.IsOpen);
    }

    private static Message Other => Digest with { Blocks = [new TitleBlock("Mercusuar"), new SectionBlock(1, "Bab", ["Isi."])] };

    private Task<SendOutcome> SendAsync(Message? digest = null) => _bot.SendAsync(TelegramBot.IdOf(_chat), digest ?? Digest);
}
