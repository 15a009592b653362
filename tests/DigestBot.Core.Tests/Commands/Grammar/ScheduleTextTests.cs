using CsCheck;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

public sealed class ScheduleTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Schedule Evenings = Schedule.TryCreate([new TimeOnly(18, 0)])!;

    private static readonly Gen<Schedule> AnySchedule =
        from times in Gen.Int[0, 24 * 60 - 1].Select(minute => new TimeOnly(minute / 60, minute % 60)).List[1, Schedule.MostTimes]
        from days in Gen.Int[1, 127]
        from every in Gen.Frequency((3, Gen.Const(1)), (1, Gen.Int[2, 366]))
        let schedule = Schedule.TryCreate(times, (DaySet)days, every, Today)
        where schedule is not null
        select schedule;

    [Theory]
    [InlineData("07:00", "07:00")]
    [InlineData("7", "07:00")]
    [InlineData("19", "19:00")]
    [InlineData("7.00", "07:00")]
    [InlineData("0730", "07:30")]
    [InlineData("07:00 18:00 sen-jum", "07:00 18:00 mon-fri")]
    [InlineData("18:00, 07:00 dan 12.30", "07:00 12:30 18:00")]
    [InlineData("jam 7 pagi dan 7 malam", "07:00 19:00")]
    [InlineData("pukul 12 siang", "12:00")]
    [InlineData("2 siang 4 sore", "14:00 16:00")]
    [InlineData("12 malam", "00:00")]
    [InlineData("7am 7:30pm", "07:00 19:30")]
    [InlineData("malam jam 7", "19:00")]
    [InlineData("setiap malam pukul 7.30", "19:30")]
    [InlineData("pagi jam 7 dan malam jam 8", "07:00 20:00")]
    [InlineData("pagi 7 malam 7", "07:00 19:00")]
    [InlineData("senin sore jam 4", "16:00 mon")]
    [InlineData("evening at 7", "19:00")]
    [InlineData("7 in the evening", "19:00")]
    [InlineData("every morning at 7 and 10 at night", "07:00 22:00")]
    [InlineData("senin jam 7, kamis jam 7", "07:00 mon,thu")]
    [InlineData("senin jam 7, kamis", "07:00 mon,thu")]
    [InlineData("12am 12 pm", "00:00 12:00")]
    [InlineData("Senin sampai Jumat jam 7", "07:00 mon-fri")]
    [InlineData("Jum'at 07:00", "07:00 fri")]
    [InlineData("07:00 setiap hari", "07:00")]
    [InlineData("every day at 7", "07:00")]
    [InlineData("daily 7", "07:00")]
    [InlineData("setiap hari Senin 07:00", "07:00 mon")]
    [InlineData("hari kerja 07:00", "07:00 mon-fri")]
    [InlineData("akhir pekan 9", "09:00 sat,sun")]
    [InlineData("weekdays at 7 and weekends", "07:00")]
    [InlineData("sab-sen 7", "07:00 mon,sat,sun")]
    [InlineData("mon, wed and fri 7", "07:00 mon,wed,fri")]
    [InlineData("monday to thursday 6:15", "06:15 mon-thu")]
    [InlineData("senin s/d rabu 6", "06:00 mon-wed")]
    [InlineData("setiap 3 hari 07:00", "07:00 every 3 days from 2026-11-23")]
    [InlineData("3 hari sekali jam 7", "07:00 every 3 days from 2026-11-23")]
    [InlineData("every 3 days", "18:00 every 3 days from 2026-11-23")]
    [InlineData("every other day 7", "07:00 every 2 days from 2026-11-23")]
    [InlineData("sen-jum", "18:00 mon-fri")]
    [InlineData("setiap 7 pagi", "07:00")]
    [InlineData("setiap jam 7", "07:00")]
    [InlineData("setiap minggu jam 7", "07:00 sun")]
    [InlineData("7 minggu", "07:00 sun")]
    [InlineData("off", "off")]
    [InlineData("Mati", "off")]
    public void What_people_write_is_read(string text, string schedule) =>
        Assert.Equal(schedule, ScheduleText.TryParse(text, Today, Evenings)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("setiap")]
    [InlineData("25:00")]
    [InlineData("07:60")]
    [InlineData("24")]
    [InlineData("13pm")]
    [InlineData("0 am")]
    [InlineData("5 malam")]
    [InlineData("7 wita")]
    [InlineData("07:00-09:00")]
    [InlineData("besok")]
    [InlineData("malam")]
    [InlineData("malam jam 3")]
    [InlineData("pagi dan malam jam 7")]
    [InlineData("jam 7 besok")]
    [InlineData("senin jam 7, kamis jam 19")]
    [InlineData("07:00 senin 19:00 kamis")]
    [InlineData("sen-jum 7 akhir pekan 9")]
    [InlineData("sen-")]
    [InlineData("-jum")]
    [InlineData("off 07:00")]
    [InlineData("setiap 2 jam")]
    [InlineData("tiap 30 menit")]
    [InlineData("setiap 2 minggu")]
    [InlineData("07:00 setiap 2 minggu")]
    [InlineData("setiap 2 jam dari jam 7")]
    [InlineData("setiap 3 bulan")]
    [InlineData("every 2 hours")]
    [InlineData("every 2 weeks at 7")]
    [InlineData("setiap 0 hari")]
    [InlineData("setiap 367 hari")]
    [InlineData("setiap 99999999999 hari")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10 11 12")]
    [InlineData("٠٧:٠٠")]
    public void What_is_not_wholly_a_schedule_is_none(string text) => Assert.Null(ScheduleText.TryParse(text, Today, Evenings));

    [Theory]
    [InlineData("sains setiap 2 jam", "Schedule_Interval")]
    [InlineData("sains senin jam 7, kamis jam 19", "Schedule_OnePattern")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10 11 12", "Schedule_TooManyTimes")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12", null)]
    [InlineData("sains 07:00", null)]
    public void Why_a_schedule_can_not_be_set_is_known_whatever_stands_around_it(string text, string? key) =>
        Assert.Equal(key, ScheduleText.Unsettable(text));

    [Fact]
    public void Days_alone_turn_a_schedule_that_is_off_on_at_the_default_time() =>
        Assert.Equal("07:00 mon-fri", ScheduleText.TryParse("sen-jum", Today, Schedule.Off)?.ToString());

    [Fact]
    public void What_the_bot_says_a_schedule_is_can_be_typed_back_in_both_languages() =>
        AnySchedule.Sample(schedule => Words.All.All(words => schedule.Equals(ScheduleText.TryParse(ScheduleWords.Of(schedule, words), Today, Evenings))));

    [Fact]
    public void The_canonical_form_can_be_typed_too() =>
        AnySchedule.Where(schedule => schedule.EveryDays == 1)
            .Sample(schedule => schedule.Equals(ScheduleText.TryParse(schedule.ToString(), Today, Evenings)));

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text => { ScheduleText.TryParse(text, Today, Evenings); });
}
