using System.Globalization;
using CsCheck;
using NodaTime.TimeZones;

namespace DigestBot.Subscriptions;

public sealed class SlotsTests
{
    private static readonly DateTimeOffset YearBegins = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset YearEnds = YearBegins.AddYears(1);

    /// <summary>One name for each: a link to a zone has the same rules.</summary>
    private static readonly string[] ZoneIds = [.. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct()];

    public static TheoryData<string, string, string, string, string> Cases => new()
    {
        // schedule, zone, from (UTC), slot, instant (UTC)
        { "07:00", "Asia/Jakarta", "2026-11-23T23:59", "2026-11-24T07:00", "2026-11-24T00:00" },
        { "07:00", "Asia/Jakarta", "2026-11-24T00:00", "2026-11-25T07:00", "2026-11-25T00:00" },
        { "07:00 18:00", "Asia/Jayapura", "2026-11-24T00:00", "2026-11-24T18:00", "2026-11-24T09:00" },
        { "07:00 mon-fri", "Asia/Jakarta", "2026-11-27T01:00", "2026-11-30T07:00", "2026-11-30T00:00" },
        { "07:00 sun", "Asia/Jakarta", "2026-11-23T01:00", "2026-11-29T07:00", "2026-11-29T00:00" },
        { "07:00 every 3 days from 2026-11-24", "Asia/Jakarta", "2026-11-24T01:00", "2026-11-27T07:00", "2026-11-27T00:00" },
        { "07:00 every 3 days from 2027-03-01", "Asia/Jakarta", "2026-11-24T01:00", "2027-03-01T07:00", "2027-03-01T00:00" },
        { "07:00 mon every 100 days from 2026-11-25", "Asia/Jakarta", "2026-11-24T01:00", "2028-07-17T07:00", "2028-07-17T00:00" },
        { "07:00", "Asia/Kathmandu", "2026-11-24T00:00", "2026-11-24T07:00", "2026-11-24T01:15" },
        { "00:30", "Pacific/Kiritimati", "2026-11-24T00:00", "2026-11-25T00:30", "2026-11-24T10:30" },
        // Berlin skips 02:00 to 03:00 on 29 March and has 02:00 to 03:00 twice on 25 October.
        { "02:30", "Europe/Berlin", "2026-03-28T12:00", "2026-03-29T02:30", "2026-03-29T01:30" },
        { "02:30", "Europe/Berlin", "2026-10-24T12:00", "2026-10-25T02:30", "2026-10-25T00:30" },
        { "02:30", "Europe/Berlin", "2026-10-25T00:30", "2026-10-26T02:30", "2026-10-26T01:30" },
        // Nuuk skips 23:00 to midnight on 28 March: the skipped time comes after the first of the next day.
        { "00:15 23:45", "America/Nuuk", "2026-03-28T12:00", "2026-03-29T00:15", "2026-03-29T01:15" },
        { "00:15 23:45", "America/Nuuk", "2026-03-29T01:15", "2026-03-28T23:45", "2026-03-29T01:45" },
        { "00:15 23:45", "America/Nuuk", "2026-03-29T01:45", "2026-03-29T23:45", "2026-03-30T00:45" },
        // The skipped time comes after one that is on the clock.
        { "02:30 03:00", "Europe/Berlin", "2026-03-28T12:00", "2026-03-29T03:00", "2026-03-29T01:00" },
        { "02:30 03:00", "Europe/Berlin", "2026-03-29T01:00", "2026-03-29T02:30", "2026-03-29T01:30" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_next_slot_is_the_first_whose_instant_lies_ahead(string schedule, string zone, string from, string slot, string at) =>
        Assert.Equal(new Due(slot, Utc(at)), Slots.After(Utc(from), Schedule.Parse(schedule), zone, null));

    [Theory]
    [InlineData("22:00", "06:00", "23:00", "2026-11-25T06:00")]
    [InlineData("22:00", "06:00", "22:00", "2026-11-25T06:00")]
    [InlineData("22:00", "06:00", "05:59", "2026-11-24T06:00")]
    [InlineData("22:00", "06:00", "06:00", "2026-11-24T06:00")]
    [InlineData("22:00", "06:00", "21:59", "2026-11-24T21:59")]
    [InlineData("12:00", "14:00", "13:00", "2026-11-24T14:00")]
    [InlineData("12:00", "14:00", "14:00", "2026-11-24T14:00")]
    [InlineData("12:00", "12:00", "12:00", "2026-11-24T12:00")]
    public void What_falls_into_quiet_hours_is_due_at_their_end(string from, string to, string time, string at)
    {
        var quiet = new QuietHours(Time(from), Time(to));

        Assert.Equal(new Due($"2026-11-24T{time}", Utc(at)), Slots.At($"2026-11-24T{time}", "Etc/UTC", quiet));
    }

    [Fact]
    public void Slots_held_by_the_same_quiet_hours_are_posted_as_one()
    {
        var quiet = new QuietHours(Time("22:00"), Time("06:00"));
        var schedule = Schedule.Parse("05:00 23:00");

        var first = Slots.After(Utc("2026-11-24T12:00"), schedule, "Etc/UTC", quiet);
        var second = Slots.After(first!.At, schedule, "Etc/UTC", quiet);

        Assert.Equal(new Due("2026-11-24T23:00", Utc("2026-11-25T06:00")), first);
        Assert.Equal(new Due("2026-11-25T23:00", Utc("2026-11-26T06:00")), second);
    }

    [Fact]
    public void A_skipped_time_that_falls_on_another_slot_is_posted_with_it()
    {
        // Lisbon skips 01:00 to 02:00 on 29 March.
        var first = Slots.After(Utc("2026-03-28T12:00"), Schedule.Parse("01:30 02:30"), "Europe/Lisbon", null);

        Assert.Equal(new Due("2026-03-29T01:30", Utc("2026-03-29T01:30")), first);
        Assert.Equal("2026-03-30T01:30", Slots.After(first!.At, Schedule.Parse("01:30 02:30"), "Europe/Lisbon", null)?.Slot);
    }

    [Fact]
    public void A_schedule_that_is_off_has_no_slot() => Assert.Null(Slots.After(YearBegins, Schedule.Off, "Asia/Jakarta", null));

    [Fact]
    public void A_zone_that_does_not_exist_is_named() =>
        Assert.Contains("Asia/Atlantis", Assert.Throws<ArgumentException>(() => Slots.After(YearBegins, Schedule.Default, "Asia/Atlantis", null)).Message);

    [Fact]
    public void In_every_zone_of_the_world_each_local_time_of_each_day_of_a_year_comes_once_and_in_order()
    {
        var schedule = Schedule.Parse("00:15 01:35 02:50 07:00 23:45");
        foreach (var zone in ZoneIds)
        {
            var slots = Follow(schedule, zone, null);
            var days = slots.GroupBy(due => due.Slot[..10]).ToArray();
            Assert.Equal(slots.Count, slots.Select(due => due.Slot).Distinct().Count());
            Assert.All(days[1..^1], day => Assert.Equal(5, day.Count()));
            Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At, $"{zone}: {pair}"));
        }
    }

    [Fact]
    public void In_every_zone_of_the_world_quiet_hours_are_quiet()
    {
        var quiet = new QuietHours(Time("21:30"), Time("06:30"));
        foreach (var zone in ZoneIds)
        {
            var rules = Zones.Find(zone)!;
            foreach (var due in Follow(Schedule.Parse("05:00 12:00 22:00"), zone, quiet))
            {
                var local = TimeOnly.FromDateTime(Zones.ToLocal(due.At, rules).DateTime);
                Assert.True(local >= quiet.To && local < quiet.From, $"{zone}: {due} at {local}");
            }
        }
    }

    [Fact]
    public void A_slot_moved_to_another_zone_stays_the_same_slot()
    {
        var jakarta = Slots.After(Utc("2026-11-24T01:00"), Schedule.Default, "Asia/Jakarta", null)!;
        var berlin = Slots.At(jakarta.Slot, "Europe/Berlin", null);

        Assert.Equal(new Due("2026-11-25T07:00", Utc("2026-11-25T06:00")), berlin);
    }

    [Fact]
    public void A_slot_that_was_had_does_not_come_again_in_another_zone()
    {
        var now = Utc("2026-11-24T05:00");

        Assert.Equal("2026-11-24T07:00", Slots.After(now, Schedule.Default, "America/New_York", null)?.Slot);
        Assert.Equal("2026-11-25T07:00", Slots.After(now, Schedule.Default, "America/New_York", null, "2026-11-24T07:00")?.Slot);
        Assert.Equal("2026-11-24T18:00", Slots.After(now, Schedule.Parse("07:00 18:00"), "America/New_York", null, "2026-11-24T07:00")?.Slot);
    }

    [Theory]
    [InlineData("07:00 mon-fri", "2026-11-24T07:00", true)]
    [InlineData("07:00 mon-fri", "2026-11-28T07:00", false)]
    [InlineData("07:00 mon-fri", "2026-11-24T07:01", false)]
    [InlineData("off", "2026-11-24T07:00", false)]
    public void A_schedule_knows_its_slots(string schedule, string slot, bool has) => Assert.Equal(has, Slots.Has(Schedule.Parse(schedule), slot));

    [Fact]
    public void No_slot_is_passed_over_and_none_lies_behind_whatever_the_schedule_zone_and_moment() =>
        Gen.Select(Schedules.Any, Gen.Int[0, ZoneIds.Length - 1], Gen.Long[YearBegins.Ticks, YearEnds.Ticks]).Sample(
            (schedule, index, ticks) =>
            {
                var zone = ZoneIds[index];
                var now = new DateTimeOffset(ticks, TimeSpan.Zero);
                var due = Slots.After(now, schedule, zone, null)!;
                var between = Slots.After(now + (due.At - now) / 2, schedule, zone, null);
                return due.At > now && Slots.Has(schedule, due.Slot) && due == between && due == Slots.At(due.Slot, zone, null);
            },
            iter: 2_000);

    private static List<Due> Follow(Schedule schedule, string zone, QuietHours? quiet)
    {
        var slots = new List<Due>();
        for (var at = YearBegins; Slots.After(at, schedule, zone, quiet) is { } due && due.At < YearEnds; at = due.At)
            slots.Add(due);
        return slots;
    }

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(text + "Z", "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
