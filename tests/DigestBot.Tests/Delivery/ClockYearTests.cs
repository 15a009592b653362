using DigestBot.Benchmarks.Delivery.Clocks;

namespace DigestBot.Delivery;

/// <summary>The short form of <c>delivery-clocks</c>: a few zones whose clocks do all that clocks do.</summary>
public sealed class ClockYearTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2026, "Australia/Lord_Howe", "America/Nuuk")]
    // Samoa had no 30 December that year.
    [InlineData(2011, "Pacific/Apia")]
    public async Task Each_local_time_of_a_year_brings_one_digest_however_the_clock_is_set(int year, params string[] zones)
    {
        Assert.SkipUnless(zones.All(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)), "this machine has no time zones");
        var folder = Directory.CreateTempSubdirectory("digestbot-clocks-").FullName;
        try
        {
            var lived = new ClockYear(year, seed: 1);

            var result = await lived.RunAsync(zones, folder, TestContext.Current.CancellationToken);

            Assert.Empty(result.Complaints);
            Assert.Empty(lived.LeftOut);
            Assert.InRange(result.Steps, 50, 1000);
            Assert.InRange(result.Digests, 364 * zones.Length, 366 * 4 * zones.Length);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_year_that_is_not_as_the_clock_has_it_is_complained_of()
    {
        var table = new ZoneTable(TimeZoneInfo.Utc, From.UtcDateTime.AddDays(-5), From.UtcDateTime.AddDays(15));
        var seven = new TimeOnly(7, 0);
        PostedSlot[] kept = [.. Enumerable.Range(0, 10).Select(day => new PostedSlot("x", $"2026-01-{day + 1:00}T07:00", Seven(day), Seven(day)))];
        var judge = new SlotJudge(From, From.AddDays(10), [(From.AddDays(3).AddHours(6), From.AddDays(3).AddHours(9))]);
        string[] Judge(params PostedSlot[] posted) => [.. judge.Judge("x", table, seven, posted)];

        Assert.Empty(Judge(kept));
        Assert.Empty(Judge([.. kept[..3], kept[3] with { At = Seven(3).AddHours(2) }, .. kept[4..]]));
        Assert.StartsWith("twice: x got 2026-01-02T07:00", Assert.Single(Judge([.. kept, kept[1]])));
        Assert.StartsWith("missed: x did not get 2026-01-01T07:00", Assert.Single(Judge(kept[1..])));
        Assert.StartsWith("astray: x got 2026-01-01T08:00", Assert.Single(Judge([.. kept, kept[0] with { Slot = "2026-01-01T08:00" }])));
        Assert.StartsWith("off: x got 2026-01-01T07:00", Assert.Single(Judge([kept[0] with { Due = Seven(1) }, .. kept[1..]])));
        Assert.StartsWith("early: x got 2026-01-01T07:00", Assert.Single(Judge([kept[0] with { At = Seven(0).AddMinutes(-2) }, .. kept[1..]])));
        Assert.StartsWith("late: x got 2026-01-01T07:00", Assert.Single(Judge([kept[0] with { At = Seven(0).AddMinutes(2) }, .. kept[1..]])));
    }

    [Fact]
    public void A_time_that_the_clock_skips_comes_as_much_later_and_one_that_comes_twice_comes_first()
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out var berlin), "this machine has no time zones");
        var table = new ZoneTable(berlin!, From.UtcDateTime, From.UtcDateTime.AddYears(1));

        Assert.Equal([Utc("2026-03-29 01:00"), Utc("2026-10-25 01:00")], table.Changes.Select(change => change.At));
        Assert.Equal(Utc("2026-03-29 00:59"), table.DueOf(new DateTime(2026, 3, 29, 1, 59, 0)));
        Assert.Equal(Utc("2026-03-29 01:30"), table.DueOf(new DateTime(2026, 3, 29, 2, 30, 0)));
        Assert.Equal(Utc("2026-03-29 01:00"), table.DueOf(new DateTime(2026, 3, 29, 3, 0, 0)));
        Assert.Equal(Utc("2026-10-25 00:30"), table.DueOf(new DateTime(2026, 10, 25, 2, 30, 0)));
        Assert.Equal(Utc("2026-10-25 02:00"), table.DueOf(new DateTime(2026, 10, 25, 3, 0, 0)));
    }

    private static DateTime Seven(int day) => From.UtcDateTime.AddDays(day).AddHours(7);

    private static DateTime Utc(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", null, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
}
