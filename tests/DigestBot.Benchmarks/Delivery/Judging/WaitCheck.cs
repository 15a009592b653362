using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>
/// Nobody is asked before the time that it asked to wait. A chat's own 429 concerns that chat at once; one that means
/// everything concerns everything, except for what was under way when it was said.
/// </summary>
internal static class WaitCheck
{
    /// <summary>Telegram does not say whom it means: the third chat that hears it within a second tells.</summary>
    private const int ChatsThatTell = 3;

    /// <summary>For so many seconds after it was said there may come what was under way: its answer had not been read.</summary>
    private const double UnderWay = 0.3;

    public static IEnumerable<string> Of(Judgement judgement)
    {
        var rules = judgement.Evidence.Rules;
        var chats = new Dictionary<string, double>();
        var heard = new List<LedgerEntry>();
        var (everyoneFrom, everyoneUntil) = (0.0, 0.0);
        foreach (var entry in judgement.Sends)
        {
            var chat = entry.Chat ?? "";
            if (chats.TryGetValue(chat, out var until) && entry.Seconds < until - rules.Tolerance)
                yield return $"early: {chat} was asked {until - entry.Seconds:0.000} s before the time that it had set";
            if (entry.Seconds > everyoneFrom + UnderWay && entry.Seconds < everyoneUntil - rules.Tolerance)
                yield return $"early: {chat} was asked {everyoneUntil - entry.Seconds:0.000} s before the time that was set for all";
            if (entry is not { Status: 429, RetryAfter: { } wait })
                continue;

            chats[chat] = Math.Max(chats.GetValueOrDefault(chat), entry.Seconds + wait);
            if (entry.Scope != "global")
                continue;

            heard.RemoveAll(earlier => entry.Seconds - earlier.Seconds > 1 || earlier.Chat == chat);
            heard.Add(entry);
            if (!rules.TellsCopies && heard.Count < ChatsThatTell)
                continue;
            if (entry.Seconds >= everyoneUntil)
                everyoneFrom = entry.Seconds;
            everyoneUntil = Math.Max(everyoneUntil, entry.Seconds + wait);
        }
    }
}
