using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

/// <summary>When a due slot is posted, and what comes after it. Pure.</summary>
/// <param name="Next">The next slot; null where the schedule has none.</param>
/// <param name="LateFor">The slot that was missed, for the label of a late post; null where it is on time.</param>
/// <param name="IsSkipped">The next slot is nearer than the one that was missed: nothing is posted for it.</param>
internal sealed record LatePlan(Due? Next, string? LateFor, bool IsSkipped)
{
    /// <summary>How far back the last missed slot is looked for, the nearest window first: a schedule has at most a year between slots.</summary>
    private static readonly int[] DaysBack = [1, 7, 31, 367];

    public static LatePlan For(DueGroup group, DateTimeOffset now, TimeSpan lateAfter)
    {
        // A clock that was set back since the group was found must not make the same slot the next one.
        var next = Slots.After(now > group.Due.At ? now : group.Due.At, group.Schedule, group.Zone, group.Quiet);
        var missed = LastMissed(group, now);
        var late = now - missed.At;
        return late <= lateAfter
            ? new LatePlan(next, null, IsSkipped: false)
            : new LatePlan(next, missed.Slot, IsSkipped: next is not null && next.At - now < late);
    }

    /// <summary>One late post stands for all that was missed: the last slot before now names it.</summary>
    private static Due LastMissed(DueGroup group, DateTimeOffset now)
    {
        foreach (var days in DaysBack)
        {
            var from = now.AddDays(-days);
            var last = from < group.Due.At ? group.Due : null;
            var start = last?.At ?? from;
            while (Slots.After(start, group.Schedule, group.Zone, group.Quiet) is { } slot && slot.At <= now)
                (last, start) = (slot, slot.At);
            if (last is not null)
                return last;
        }

        return group.Due;
    }
}
