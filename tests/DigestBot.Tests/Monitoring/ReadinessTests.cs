using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Monitoring;

public sealed class ReadinessTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-24T07:00:00Z"));
    private readonly DeliveryHealth _delivery;
    private readonly ListeningHealth _listening;
    private readonly StoreHealth _store;
    private readonly FakeSource _source = new();
    private readonly ArticleLibrary _library;

    public ReadinessTests()
    {
        (_delivery, _listening, _store) = (new(_time), new(_time), new(_time));
        _library = new([_source], new NoEditions(), _time, NullLogger<ArticleLibrary>.Instance);
    }

    private Readiness Readiness => new(_delivery, _listening, _store, _library, [new RecordingPlatform(_time)]);

    public void Dispose()
    {
        _library.Dispose();
        _source.Dispose();
    }

    private string? Problem(string part) => Readiness.Parts().Single(found => found.Part == part).Problem;

    [Fact]
    public void A_platform_is_not_ready_before_its_lane_has_started()
    {
        Assert.Equal("not started yet", Problem("recording"));
        Assert.Null(Problem("store"));
    }

    [Fact]
    public void A_listener_counts_from_its_start_on_and_a_break_only_when_it_lasts()
    {
        _delivery.Report("recording", LaneState.Working);
        Assert.Null(Problem("recording"));

        _listening.Starts("recording");
        Assert.Contains("not connected yet", Problem("recording"), StringComparison.Ordinal);

        _listening.Hears("recording");
        _listening.HearsNothing("recording", "502");
        Assert.Null(Problem("recording"));

        _time.Advance(TimeSpan.FromSeconds(61));
        _delivery.Report("recording", LaneState.Working);
        Assert.Contains("502", Problem("recording"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_sending_and_with_hearing_is_said_together()
    {
        _delivery.Report("recording", LaneState.Unreachable, "refused");
        _listening.Refused("recording", "401");

        var problem = Problem("recording");

        Assert.Contains("refused", problem, StringComparison.Ordinal);
        Assert.Contains("401", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_fails_is_named_until_something_is_written()
    {
        _store.Fails("the disk is full", needsOperator: true);
        Assert.Contains("the disk is full", Problem("store"), StringComparison.Ordinal);

        _store.Works();
        Assert.Null(Problem("store"));
    }

    [Fact]
    public async Task A_bot_without_any_article_is_not_ready_and_no_reason_to_end()
    {
        Assert.Equal("not read yet", Problem("articles"));

        await _library.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal("there is none: see Articles:Folder", Problem("articles"));
        Assert.Null(Readiness.Hopeless());

        _source.Articles.Add(TestArticles.Article("laut/pelabuhan", "Pelabuhan Baru"));
        await _library.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Null(Problem("articles"));
    }

    [Fact]
    public void Only_what_an_operator_must_mend_is_hopeless()
    {
        Assert.Null(Readiness.Hopeless());

        _store.Fails("the server is away", needsOperator: false);
        Assert.Null(Readiness.Hopeless());

        _store.Fails("the file is damaged", needsOperator: true);
        Assert.Equal("the file is damaged", Readiness.Hopeless());
    }

    [Fact]
    public void A_platform_is_lost_whether_its_lane_or_its_listener_was_refused()
    {
        _delivery.Report("recording", LaneState.Working);
        Assert.Null(Readiness.Hopeless());

        _listening.Refused("recording", "401");
        Assert.NotNull(Readiness.Hopeless());

        _listening.Hears("recording");
        Assert.Null(Readiness.Hopeless());

        _delivery.Report("recording", LaneState.Halted, "401");
        Assert.NotNull(Readiness.Hopeless());
    }

    [Fact]
    public void A_schedule_that_no_longer_ticks_is_hopeless_and_one_whose_ticks_fail_is_not()
    {
        _delivery.TickBegan(_time.GetUtcNow(), _time.GetUtcNow().AddMinutes(1));
        _time.Advance(TimeSpan.FromMinutes(12));
        Assert.Contains("has not ticked", Readiness.Hopeless(), StringComparison.Ordinal);

        _delivery.TickBegan(_time.GetUtcNow(), _time.GetUtcNow().AddMinutes(1));
        Assert.Null(Readiness.Hopeless());
        Assert.Contains("has not succeeded", Problem("schedule"), StringComparison.Ordinal);
    }
}
