using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;
using DigestBot.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Delivery;

public sealed class DuePostsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = FakeTime.At("2026-11-24T00:00:00Z");
    private readonly FakeSource _source = new();
    private readonly InMemoryLedger _ledger = new();
    private readonly DispatcherFixture _meters = new();
    private readonly FakePlatform _telegram;
    private readonly ArticleLibrary _library;
    private readonly DeliverySignal _signal = new();
    private readonly DuePosts _posts;
    private readonly CountingEngine _engine = new();

    public DuePostsTests()
    {
        _telegram = new FakePlatform("telegram", _time);
        _library = new ArticleLibrary([_source], new FakeEditionStore(), _time, NullLogger<ArticleLibrary>.Instance);
        _posts = new DuePosts(
            _ledger, _library, new DigestBuilder(_engine), new Looks(new OptionsWrapper<LayoutOptions>(new LayoutOptions())), [_telegram, new FakePlatform("console", _time)],
            new OptionsWrapper<DeliveryOptions>(new DeliveryOptions()), _signal, _meters.Metrics, _time, NullLogger<DuePosts>.Instance);
    }

    public async ValueTask InitializeAsync()
    {
        _source.Articles.Add(TestArticles.Article("sains/merapi", "Merapi", "Letak", "Letusan"));
        _source.Articles.Add(TestArticles.Article("sejarah/batik", "Batik", "Asal"));
        await _library.RefreshAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _source.Dispose();
        _library.Dispose();
        await _meters.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_had_the_slot_moves_on_and_misses_nothing()
    {
        _ledger.Due.Add(Group() with { Position = 1, Serial = new SerialPlace("sains/merapi", 1), HadSlot = true });

        await RunAsync();

        var post = Assert.Single(_ledger.Posts);
        Assert.Empty(post.Parts);
        Assert.Equal((1L, new SerialPlace("sains/merapi", 1), "2026-11-25T07:00"), (post.Position, post.Serial, post.Next?.Slot));
    }

    [Fact]
    public async Task Upkeep_comes_after_what_is_due_and_waits_where_that_was_much()
    {
        _ledger.ChatsPerPost = 1_000;
        _ledger.Due.Add(Group());
        await RunAsync();
        var busy = Settled;
        _ledger.Due.Clear();
        await RunAsync();

        Assert.Equal((0, 1), (busy, Settled));
    }

    [Fact]
    public async Task A_due_group_gets_its_digest_and_moves_on()
    {
        var woken = 0;
        _signal.Listen(() => woken++);
        _ledger.Due.Add(Group() with { Wants = new Wants { Topic = "sains" } });

        var chats = await RunAsync();

        var post = Assert.Single(_ledger.Posts);
        Assert.Contains("Merapi", Assert.Single(post.Parts));
        Assert.Contains("Letusan: Isi dari Letusan.", post.Parts[0]);
        Assert.Equal((1, 1, 2L), (chats, woken, post.Position));
        Assert.Equal([new ArticleId("sains/merapi")], post.Articles);
        Assert.Equal("2026-11-25T07:00", post.Next?.Slot);
        Assert.Equal(post.Next?.At, post.ExpiresAt);
    }

    [Fact]
    public async Task Nothing_new_is_nothing_posted_and_the_group_moves_on()
    {
        _ledger.Due.Add(Group() with { Position = 2 });

        Assert.Equal(0, await RunAsync());

        Assert.Empty(Assert.Single(_ledger.Posts).Parts);
        Assert.Equal("2026-11-25T07:00", _ledger.Posts[0].Next?.Slot);
    }

    [Fact]
    public async Task A_forum_gets_a_part_for_each_article_and_other_chats_one_for_all()
    {
        _ledger.Due.Add(Group() with { Position = 0 });
        _ledger.Due.Add(Group() with { Position = 0, Forum = true });

        await RunAsync();

        Assert.Single(_ledger.Posts[0].Parts);
        Assert.Equal(2, _ledger.Posts[1].Parts.Count);
        Assert.Contains("Merapi", _ledger.Posts[1].Parts[0]);
        Assert.Contains("Batik", _ledger.Posts[1].Parts[1]);
        Assert.DoesNotContain("Batik", _ledger.Posts[1].Parts[0]);
    }

    [Fact]
    public async Task Equal_messages_are_built_and_rendered_once_whatever_their_schedules()
    {
        for (var minute = 0; minute < 60; minute++)
            _ledger.Due.Add(Group() with { Schedule = Schedule.TryCreate([new TimeOnly(7, 0), new TimeOnly(8, minute)])! });
        _ledger.Due.Add(Group() with { Wants = new Wants { Topic = "sains" } });

        await RunAsync();

        Assert.Equal(61, _ledger.Posts.Count);
        Assert.Equal((1, 1), (_telegram.Renderings, _engine.Built));
    }

    [Fact]
    public async Task A_message_that_differs_in_language_sound_or_length_is_rendered_anew()
    {
        _ledger.Due.AddRange(
        [
            Group(), Group() with { Language = "en" }, Group() with { Silent = true }, Group() with { Pin = true }, Group() with { Rich = true },
            Group() with { AfterPause = true }, Group() with { Wants = new Wants { Length = DigestLength.Short } },
        ]);

        await RunAsync();

        Assert.Equal(7, _telegram.Renderings);
    }

    [Fact]
    public async Task Chats_with_one_layout_share_a_rendering_and_naming_the_usual_one_is_no_other()
    {
        var brief = Layout.Parse("title headings");
        _ledger.Due.AddRange(
        [
            Group(), Group() with { Layout = Layout.Default, Zone = "Asia/Makassar" },
            Group() with { Layout = brief }, Group() with { Layout = Layout.Parse("title headings"), Zone = "Asia/Makassar" },
        ]);

        await RunAsync();

        Assert.Equal((4, 2, 1), (_ledger.Posts.Count, _telegram.Renderings, _engine.Built));
    }

    [Fact]
    public async Task A_group_whose_platform_is_not_configured_waits()
    {
        _ledger.Due.Add(Group() with { Platform = "discord" });
        _ledger.Due.Add(Group());

        Assert.Equal(1, await RunAsync());

        Assert.Equal("discord", Assert.Single(_ledger.Due).Platform);
    }

    [Fact]
    public async Task A_group_that_fails_stays_due_and_does_not_stop_the_others()
    {
        _ledger.Due.Add(Group() with { Zone = "Mars/Olympus" });
        _ledger.Due.Add(Group());

        Assert.Equal(1, await RunAsync());

        Assert.Equal("Mars/Olympus", Assert.Single(_ledger.Due).Zone);
    }

    [Fact]
    public async Task A_large_group_of_one_platform_holds_up_no_other_platform()
    {
        var isDone = new TaskCompletionSource();
        _ledger.Posting = platform => platform == "telegram" ? isDone.Task : Task.CompletedTask;
        _ledger.Due.AddRange([Group(), Group() with { Platform = "console" }]);

        var tick = RunAsync();
        await _time.UntilAsync(() => _ledger.Posts.Count > 0, TimeSpan.FromMilliseconds(1));

        Assert.Equal("console", Assert.Single(_ledger.Posts).Group.Platform);
        isDone.SetResult();
        Assert.Equal(2, await tick);
    }

    [Fact]
    public async Task A_store_that_is_gone_makes_the_tick_fail()
    {
        _ledger.Failure = _ => new IOException("gone");

        await Assert.ThrowsAsync<IOException>(RunAsync);
        _ledger.Failure = call => call == nameof(InMemoryLedger.PostAsync) ? new IOException("gone") : null;
        _ledger.Due.Add(Group());
        await Assert.ThrowsAsync<AggregateException>(RunAsync);
    }

    [Fact]
    public async Task A_missed_slot_is_posted_late_and_expires_at_the_next()
    {
        _time.Advance(TimeSpan.FromHours(2));
        _ledger.Due.Add(Group());

        await RunAsync();

        var post = Assert.Single(_ledger.Posts);
        Assert.NotEmpty(post.Parts);
        Assert.Equal(DateTimeOffset.Parse("2026-11-25T00:00:00Z"), post.ExpiresAt);
    }

    [Fact]
    public async Task A_missed_slot_is_skipped_where_the_next_is_nearer_and_its_articles_come_then()
    {
        _time.Advance(TimeSpan.FromHours(20));
        _ledger.Due.Add(Group() with { Position = 1 });

        await RunAsync();

        var post = Assert.Single(_ledger.Posts);
        Assert.Empty(post.Parts);
        Assert.Equal(1, post.Position);
    }

    [Fact]
    public async Task A_digest_is_worth_sending_for_a_day_at_most()
    {
        _ledger.Due.Add(Group() with { Schedule = Schedule.Parse("07:00 tue") });

        await RunAsync();

        Assert.Equal(_time.GetUtcNow().AddDays(1), Assert.Single(_ledger.Posts).ExpiresAt);
    }

    [Fact]
    public async Task A_serial_moves_by_one_section()
    {
        _ledger.Due.Add(Group() with { Wants = new Wants { Serial = true, Article = "sains/merapi" }, Serial = new SerialPlace("sains/merapi", 1) });

        await RunAsync();

        var post = Assert.Single(_ledger.Posts);
        Assert.Equal(new SerialPlace("sains/merapi", 2), post.Serial);
        Assert.Contains("Letak", post.Parts[0]);
        Assert.DoesNotContain("Letusan", post.Parts[0]);
    }

    /// <summary>How long a tick takes on its own clock, of which some passes before anybody looks.</summary>
    private int Settled => _ledger.Calls.Count(call => call == nameof(IDeliveryLedger.SettleDueAsync));

    private Task<int> RunAsync() => _posts.RunAsync(TestContext.Current.CancellationToken);

    private static DueGroup Group() => new()
    {
        Platform = "telegram",
        Wants = new Wants(),
        Schedule = Schedule.Default,
        Zone = "Asia/Jakarta",
        Due = new Due("2026-11-24T07:00", DateTimeOffset.Parse("2026-11-24T00:00:00Z")),
    };

    /// <summary>Every sentence is the digest.</summary>
    private sealed class CountingEngine : IDigestEngine
    {
        public int Built { get; private set; }

        public string Name => "counting";

        public Digest Digest(Article article, DigestOptions options)
        {
            Built++;
            return new Digest(article, [], [.. article.Units.Select(unit => new SectionDigest(unit, [.. unit.Sentences]))]);
        }
    }
}
