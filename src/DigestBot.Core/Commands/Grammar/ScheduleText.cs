using System.Globalization;
using DigestBot.Subscriptions;

namespace DigestBot.Commands.Grammar;

/// <summary>
/// Reads a schedule as people write it, in Indonesian or English: <c>07:00 18:00 sen-jum</c>, <c>setiap 3 hari jam 7</c>,
/// <c>weekdays at 7.30pm</c>, <c>mati</c>. Pure; what it does not understand wholly it does not take at all.
/// </summary>
internal sealed class ScheduleText
{
    private static readonly string[] Off = ["off", "mati", "nonaktif", "matikan"];
    private static readonly string[] Fillers = ["dan", "and", "jam", "pukul", "at", "on", "pada", "hari", "every", "setiap", "tiap", "each"];
    private static readonly string[] HourWords = ["jam", "pukul", "at"];
    private static readonly string[] Every = ["every", "setiap", "tiap", "each"];

    /// <summary>Digests come at times of day: an interval of these can't be set.</summary>
    private static readonly string[] Intervals =
        ["jam", "menit", "minggu", "pekan", "bulan", "hour", "hours", "minute", "minutes", "week", "weeks", "month", "months"];

    /// <summary>Digests come again and again: one day that is named can't be set.</summary>
    private static readonly string[] OneDay = ["besok", "lusa", "nanti", "tanggal", "tgl", "today", "tonight", "tomorrow"];

    private readonly string[] _words;
    private readonly List<TimeOnly> _times = [];
    private DaySet _days;
    private int? _every;
    private bool _everyDay;
    private string _order = "";
    private int _next;

    private ScheduleText(string text) => _words = ScheduleTokens.Divide(text);

    /// <summary>Days with times, and other days with other times: said in turns, which one pattern can't hold.</summary>
    private bool HasPatterns => _order.Length > 3 && _times.Distinct().Count() > 1;

    /// <summary>The schedule that the text states; null where it is not one.</summary>
    /// <param name="text">Times, days or both; days alone keep the times of <paramref name="current"/>.</param>
    /// <param name="today">The day from which every so many days are counted.</param>
    /// <param name="current">What holds now.</param>
    public static Schedule? TryParse(string text, DateOnly today, Schedule current)
    {
        var reader = new ScheduleText(text);
        if (reader._words is [var only] && Off.Contains(only))
            return Schedule.Off;
        if (reader.HasInterval())
            return null;

        while (reader._next < reader._words.Length)
        {
            if (!reader.ReadOne())
                return null;
        }

        return reader.HasPatterns ? null : reader.Result(today, current);
    }

    /// <summary>
    /// The text that says why what is understood, whatever stands around it, can't be set: it is every so many hours or weeks, as
    /// in <c>setiap 2 jam</c>, where "2 jam" is no time of day; other times on other days; too many times. Null where it is none.
    /// </summary>
    public static string? Unsettable(string text)
    {
        var reader = new ScheduleText(text);
        if (reader.HasInterval())
            return "Schedule_Interval";

        while (reader._next < reader._words.Length)
        {
            if (!reader.ReadOne())
                reader._next++;
        }

        return reader.HasPatterns ? "Schedule_OnePattern" : reader._times.Distinct().Count() > Schedule.MostTimes ? "Schedule_TooManyTimes" : null;
    }

    /// <summary>Whether it names one day of the calendar, as in <c>besok jam 7</c>.</summary>
    public static bool SaysOneDay(string text) => ScheduleTokens.Divide(text).Any(OneDay.Contains);

    /// <summary>Whether it can't be the rest of a list of hours, as "8" in <c>2 8</c> and "sore" in <c>4 sore</c> are.</summary>
    public static bool StandsAlone(string text) =>
        text.Length > 0 && char.IsLetterOrDigit(text[0]) && ScheduleTokens.Divide(text) is [var first, ..] &&
        Number(first) is null && first is not ("dan" or "and") && !ClockText.IsPartOfDay(first);

    /// <summary>Whether a word is one of those that schedules are made of, and so no name.</summary>
    public static bool Knows(string word) =>
        ScheduleTokens.Divide(word) is not [var only] || Fillers.Contains(only) || DayNames.Find(only) != DaySet.None || ClockText.IsPartOfDay(only) || char.IsDigit(only[0]);

    private bool ReadOne()
    {
        if (ReadEvery() || ReadDays())
            return Ordered('d');

        return ReadTime() ? Ordered('t') : Skip(Fillers);
    }

    private bool Ordered(char kind)
    {
        if (!_order.EndsWith(kind))
            _order += kind;
        return true;
    }

    private bool HasInterval() => Enumerable.Range(0, Math.Max(0, _words.Length - 2)).Any(at =>
        Every.Contains(_words[at]) && Number(_words[at + 1]) is not null && Intervals.Contains(_words[at + 2]));

    private Schedule? Result(DateOnly today, Schedule current)
    {
        if (_times.Count == 0 && _days == DaySet.None && _every is null && !_everyDay)
            return null;

        var times = _times.Count > 0 ? _times : current.IsOff ? Schedule.Default.Times : current.Times;
        return Schedule.TryCreate(times, _days == DaySet.None ? DaySet.All : _days, _every ?? 1, today);
    }

    /// <summary><c>setiap hari</c>, <c>every 3 days</c>, <c>every other day</c>, <c>3 hari sekali</c>.</summary>
    private bool ReadEvery()
    {
        var start = _next;
        var begun = Skip(Every);
        if (begun && Word(0) is "day" or "hari" && DayNames.Find(Word(1)) == DaySet.None)
            (_everyDay, _next) = (true, _next + 1);
        else if (begun && Word(0) is "other" && Word(1) is "day")
            (_every, _next) = (2, _next + 2);
        else if (Number(Word(0)) is { } days && Word(1) is "day" or "days" or "hari" && (begun || Word(2) is "sekali"))
            (_every, _next) = (Number(Word(0)), _next + (begun ? 2 : 3));
        else if (!begun && Word(0) is "daily" or "harian")
            (_everyDay, _next) = (true, _next + 1);
        else
            _next = start;
        return _next > start;
    }

    /// <summary><c>sen</c>, <c>sen-jum</c>, <c>weekdays</c>, <c>akhir pekan</c>.</summary>
    private bool ReadDays()
    {
        if (DayNames.FindGroup(Word(0), Word(1)) is { Days: not DaySet.None } group)
        {
            (_days, _next) = (_days | group.Days, _next + group.Words);
            return true;
        }

        var first = DayNames.Find(Word(0));
        if (first == DaySet.None)
            return false;

        var last = Word(1) is ScheduleTokens.To ? DayNames.Find(Word(2)) : DaySet.None;
        _days |= last == DaySet.None ? first : DayNames.Range(first, last);
        _next += last == DaySet.None ? 1 : 3;
        return true;
    }

    /// <summary><c>7.30pm</c>, <c>7 malam</c>, <c>malam jam 7</c>.</summary>
    private bool ReadTime()
    {
        var hour = 0;
        if (ClockText.IsPartOfDay(Word(0)))
            hour = HourWords.Contains(Word(1)) ? 2 : 1;
        if (ClockText.TryParse(Word(hour), hour > 0 ? Word(0) : Word(1)) is not { } clock)
            return false;

        _times.Add(clock.Time);
        _next += hour > 0 ? hour + 1 : clock.Words;
        return true;
    }

    private bool Skip(string[] words)
    {
        if (!words.Contains(Word(0)))
            return false;

        _next++;
        return true;
    }

    private string Word(int ahead) => _next + ahead < _words.Length ? _words[_next + ahead] : "";

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
