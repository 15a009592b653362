using System.Globalization;
using DigestBot.Articles;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>What a line after <c>/schedule</c> says: a schedule for all subscriptions, or the name of one and its schedule.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Name">What is taken for a name; empty where all are meant.</param>
/// <param name="Times">What is taken for the schedule, as it was typed.</param>
/// <param name="Found">Whose schedule it is to be.</param>
internal sealed record ScheduleLine(Schedule Schedule, string Name, string Times, NameMatch<Subscription> Found)
{
    /// <summary>What is split off a line to find a name at its beginning; the last piece holds the rest.</summary>
    private const int MostWords = 20;

    /// <summary>It is clear whose schedule it is to be.</summary>
    public bool IsSure => Name.Length == 0 || Found is { Items: [_], IsGuess: false };

    /// <summary>
    /// What the line says; null where it holds no schedule. Where no name is sure, the line with one that might be meant, else
    /// the shortest that leaves a schedule.
    /// </summary>
    public static ScheduleLine? Read(string text, DateOnly today, IReadOnlyList<Subscription> subscriptions, LibrarySnapshot library)
    {
        if (Numbered(text, today, subscriptions) is { } forOne)
            return forOne;
        if (ScheduleText.TryParse(text, today, subscriptions[0].Schedule) is { } forAll)
            return new ScheduleLine(forAll, "", text, TargetFinder.Sure(subscriptions));
        if (ScheduleText.Unsettable(text) is not null)
            return null;

        var lines = Named(text, today, subscriptions, library).ToArray();
        if (Array.Find(lines, line => line.IsSure) is { } sure)
            return sure;
        if (ScheduleText.SaysOneDay(text))
            return null;

        return Array.Find(lines, line => line.Found.Items.Count > 0)
            ?? Array.Find(lines, line => !ScheduleText.Knows(line.Name.Split(' ')[0]));
    }

    /// <summary>The number of a subscription and its schedule; null where the number may as well be an hour among others.</summary>
    private static ScheduleLine? Numbered(string text, DateOnly today, IReadOnlyList<Subscription> subscriptions)
    {
        if (text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [[not '0', ..] name, var times] ||
            !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > subscriptions.Count || !ScheduleText.StandsAlone(times))
        {
            return null;
        }

        var chosen = subscriptions[number - 1];
        return ScheduleText.TryParse(times, today, chosen.Schedule) is { } schedule ? new ScheduleLine(schedule, name, times, TargetFinder.Sure(chosen)) : null;
    }

    private static IEnumerable<ScheduleLine> Named(string text, DateOnly today, IReadOnlyList<Subscription> subscriptions, LibrarySnapshot library)
    {
        var typed = text.Split(' ', MostWords, StringSplitOptions.RemoveEmptyEntries);
        for (var length = 1; length < typed.Length; length++)
        {
            var (name, times) = (string.Join(' ', typed[..length]), string.Join(' ', typed[length..]));
            var found = TargetFinder.FindSubscription(subscriptions, library, name);
            var current = found.Items is [var only, ..] ? only.Schedule : subscriptions[0].Schedule;
            if (ScheduleText.TryParse(times, today, current) is { } schedule)
                yield return new ScheduleLine(schedule, name, times, found);
        }
    }
}
