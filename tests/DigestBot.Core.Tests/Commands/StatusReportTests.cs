using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Commands;

public sealed class StatusReportTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-24T00:10:00Z");

    private readonly FakeTimeProvider _time = FakeTime.At("2026-11-24T00:10:00Z");
    private readonly DeliveryOptions _options = new();
    private readonly FakeSource _source = new();

    [Theory]
    [InlineData("en", """
        Status
        0 subscriptions
        • telegram: nothing waits; nothing sent on record; on record: 0 sent, 0 failed, 0 expired
        Every send was answered.
        No chat is paused.
        """)]
    [InlineData("id", """
        Status
        0 langganan
        • telegram: tidak ada yang menunggu; belum ada catatan kiriman; tercatat: 0 terkirim, 0 gagal, 0 kedaluwarsa
        Semua kiriman sudah mendapat jawaban.
        Tidak ada percakapan yang dijeda.
        """)]
    public async Task A_bot_that_has_done_nothing_yet_has_little_to_say(string language, string text) =>
        Assert.Equal(text.ReplaceLineEndings("\n"), await ReadAsync(new LedgerStatus(), language));

    [Theory]
    [InlineData("en", "• telegram: 1,500 waiting; the longest since Tue 24 Nov 07:00 WIB; done in about 50 s at 30 a second; " +
        "last sent Tue 24 Nov 07:09 WIB; on record: 12,000 sent, 3 failed, 1 expired")]
    [InlineData("id", "• telegram: 1.500 menunggu; paling lama sejak Sel 24 Nov 07:00 WIB; selesai kira-kira 50 detik lagi dengan 30 per detik; " +
        "terakhir terkirim Sel 24 Nov 07:09 WIB; tercatat: 12.000 terkirim, 3 gagal, 1 kedaluwarsa")]
    public async Task A_platform_shows_backlog_how_long_it_takes_and_the_last_success(string language, string line)
    {
        var text = await ReadAsync(
            new LedgerStatus
            {
                Counts = new Dictionary<(string, DeliveryState), long>
                {
                    [("telegram", DeliveryState.Pending)] = 1_400,
                    [("telegram", DeliveryState.Leased)] = 90,
                    [("telegram", DeliveryState.Sending)] = 10,
                    [("telegram", DeliveryState.Sent)] = 12_000,
                    [("telegram", DeliveryState.Failed)] = 3,
                    [("telegram", DeliveryState.Expired)] = 1,
                },
                OldestDue = new Dictionary<string, DateTimeOffset> { ["telegram"] = Now.AddMinutes(-10) },
                LastSent = new Dictionary<string, DateTimeOffset> { ["telegram"] = Now.AddMinutes(-1) },
            },
            language);

        Assert.Contains(line, text.Split('\n'));
    }

    [Theory]
    [InlineData(100_000, 1000, "done in about 2 min at 1,000 a second")]
    [InlineData(100_000, 25, "done in about 1 h 6 min at 25 a second")]
    [InlineData(3, 0.5, "done in about 6 s at 0.5 a second")]
    public async Task The_time_it_takes_follows_the_limit_that_is_set(long backlog, double perSecond, string said)
    {
        _options.Limits["telegram"] = new LimitOptions { PerSecond = perSecond };

        Assert.Contains(said, await ReadAsync(Waiting("telegram", backlog), "en"));
    }

    [Fact]
    public async Task What_waits_on_a_platform_that_is_not_set_up_has_no_end_in_sight()
    {
        var text = await ReadAsync(Waiting("matrix", 7), "en");

        Assert.Contains("• matrix: 7 waiting; not set up here", text);
        Assert.Contains("• telegram: nothing waits", text);
    }

    [Fact]
    public async Task Paused_chats_come_with_their_reasons_and_unknown_sends_with_their_time_ten_of_each()
    {
        var text = await ReadAsync(
            new LedgerStatus
            {
                PausedChats = 250,
                Paused = [(new("telegram", "7"), "bot was blocked by the user", Now), .. Chats().Select(chat => (chat, "", Now))],
                UnknownSends = 1,
                Unknown = [(1, new("telegram", "8"), Now)],
            },
            "en");

        Assert.Contains("1 send whose answer never came:\n• telegram:8, Tue 24 Nov 07:10 WIB\n250 paused chats:", text);
        Assert.Contains("• telegram:7, Tue 24 Nov 07:10 WIB: bot was blocked by the user", text);
        Assert.Contains("• telegram:1, Tue 24 Nov 07:10 WIB: asked for by the chat", text);
        Assert.EndsWith("\nand 240 more", text);
    }

    [Theory]
    [InlineData("en", "42 not delivered; the newest:", "waited too long", "and 40 more")]
    [InlineData("id", "42 yang tidak terkirim; yang terbaru:", "menunggu terlalu lama", "dan 40 lainnya")]
    public async Task What_was_not_delivered_comes_with_the_reason_why(string language, string head, string expired, string more)
    {
        var text = await ReadAsync(
            new LedgerStatus
            {
                Counts = new Dictionary<(string, DeliveryState), long> { [("telegram", DeliveryState.Failed)] = 40, [("telegram", DeliveryState.Expired)] = 2 },
                NotSent =
                [
                    (new("telegram", "7"), DeliveryState.Expired, "", Now),
                    (new("telegram", "8"), DeliveryState.Failed, "Bad Request: message is too long", Now.AddMinutes(-1)),
                ],
            },
            language);

        Assert.Contains($"{head}\n• telegram:7, ", text);
        Assert.Contains($"07:10 WIB: {expired}\n• telegram:8, ", text);
        Assert.EndsWith($"07:09 WIB: Bad Request: message is too long\n{more}", text);
    }

    [Theory]
    [InlineData("en", 1, "1 article is skipped: laut/1.md: the date is none")]
    [InlineData("en", 3, "3 articles are skipped, each named in the log; the first is laut/1.md: the date is none")]
    [InlineData("id", 1, "1 artikel dilewati: laut/1.md: the date is none")]
    [InlineData("id", 3, "3 artikel dilewati, semuanya disebut di log; yang pertama laut/1.md: the date is none")]
    public async Task Skipped_articles_have_one_line(string language, int problems, string line)
    {
        _source.Problems.AddRange(Enumerable.Range(1, problems).Select(number => new ArticleProblem($"laut/{number}.md", "the date is none")));

        Assert.Contains(line, (await ReadAsync(new LedgerStatus(), language)).Split('\n'));
    }

    public void Dispose() => _source.Dispose();

    private static IEnumerable<ChatId> Chats() => Enumerable.Range(1, 99).Select(chat => new ChatId("telegram", $"{chat}"));

    private static LedgerStatus Waiting(string platform, long backlog) =>
        new() { Counts = new Dictionary<(string, DeliveryState), long> { [(platform, DeliveryState.Pending)] = backlog } };

    private async Task<string> ReadAsync(LedgerStatus status, string language)
    {
        var telegram = new FakePlatform("telegram", _time) { Limits = new SendLimits { PerSecond = 30 } };
        using var library = new ArticleLibrary([_source], new FakeEditionStore(), _time, NullLogger<ArticleLibrary>.Instance);
        await library.RefreshAsync(TestContext.Current.CancellationToken);
        var report = new StatusReport(new ToldLedger(status), library, [telegram], new OptionsWrapper<DeliveryOptions>(_options), _time);
        return PlainText.Of(await report.ReadAsync("Asia/Jakarta", Words.TryFor(language)!, TestContext.Current.CancellationToken));
    }
}
