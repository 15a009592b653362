namespace DigestBot.Chats;

public sealed class DatesTests
{
    private static readonly DateOnly Day = new(2026, 8, 4);

    [Theory]
    [InlineData("id", "4 Agu 2026", "Sel 4 Agu", "Selasa, 4 Agustus 2026")]
    [InlineData("en", "4 Aug 2026", "Tue 4 Aug", "Tuesday, 4 August 2026")]
    public void Days_are_written_in_the_language(string language, string day, string shortDay, string longDay)
    {
        var dates = Words.TryFor(language)!.Dates;

        Assert.Equal((day, shortDay, longDay), (dates.Day(Day), dates.ShortDay(Day), dates.LongDay(Day)));
    }

    [Fact]
    public void A_slot_is_written_as_a_day_and_a_time() => Assert.Equal("Sel 24 Nov 07:00", Words.Indonesian.Dates.Slot("2026-11-24T07:00"));

    [Fact]
    public void A_moment_is_shown_by_the_clock_it_carries() =>
        Assert.Equal("Tue 24 Nov 00:30", Words.English.Dates.Moment(new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.FromHours(9))));

    [Fact]
    public void Every_month_and_day_has_its_names_in_both_languages()
    {
        foreach (var dates in Words.All.Select(words => words.Dates))
        {
            Assert.Equal(12, Enumerable.Range(1, 12).Select(month => dates.LongDay(new DateOnly(2026, month, 1)).Split(' ')[2]).Distinct().Count());
            Assert.Equal(7, Enum.GetValues<DayOfWeek>().Select(dates.WeekdayShort).Distinct().Count());
            Assert.Equal(7, Enum.GetValues<DayOfWeek>().Select(dates.WeekdayLong).Distinct().Count());
        }
    }
}
