namespace DigestBot.Benchmarks.Delivery.Clocks;

/// <summary>A digest that was put on record for one subscription.</summary>
internal sealed record PostedSlot(string Chat, string Slot, DateTime Due, DateTime At);

/// <summary>Says where a year of slots is not what the zone's clock changes make of it: each local time once, at its instant.</summary>
internal sealed class SlotJudge(DateTimeOffset from, DateTimeOffset until, IReadOnlyList<(DateTimeOffset At, DateTimeOffset To)> forward)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    public IEnumerable<string> Judge(string chat, ZoneTable table, TimeOnly time, IReadOnlyList<PostedSlot> posted)
    {
        var expected = Expected(table, time);
        foreach (var slot in posted.GroupBy(post => post.Slot))
        {
            if (slot.Count() > 1)
                yield return $"twice: {chat} got {slot.Key} {slot.Count()} times";
            if (!expected.TryGetValue(slot.Key, out var due))
                yield return $"astray: {chat} got {slot.Key}, which its year does not have";
            else if (slot.First().Due != due)
                yield return $"off: {chat} got {slot.Key} as due at {slot.First().Due:s}, and the clock shows it at {due:s}";
            else if (slot.First().At < due)
                yield return $"early: {chat} got {slot.Key} at {slot.First().At:s}, and it was due at {due:s}";
            else if (slot.First().At - due > TimeSpan.FromMinutes(1) && !WasPassedOver(due, slot.First().At))
                yield return $"late: {chat} got {slot.Key} at {slot.First().At:s}, and it was due at {due:s}";
        }

        foreach (var slot in expected.Keys.Except(posted.Select(post => post.Slot)))
            yield return $"missed: {chat} did not get {slot}, due at {expected[slot]:s}";
    }

    /// <summary>Of local times that fall on one instant the first stands for all.</summary>
    private Dictionary<string, DateTime> Expected(ZoneTable table, TimeOnly time)
    {
        var expected = new Dictionary<string, DateTime>();
        var taken = new HashSet<DateTime>();
        for (var day = DateOnly.FromDateTime(from.UtcDateTime).AddDays(-2); day <= DateOnly.FromDateTime(until.UtcDateTime).AddDays(2); day = day.AddDays(1))
        {
            var local = day.ToDateTime(time);
            var due = table.DueOf(local);
            if (due > from && due <= until && taken.Add(due))
                expected[local.ToString(Format, null)] = due;
        }

        return expected;
    }

    private bool WasPassedOver(DateTime due, DateTime at) =>
        forward.Any(step => step.At <= due.AddMinutes(1) && due <= step.To && step.To <= at && at - step.To <= TimeSpan.FromMinutes(1));
}
