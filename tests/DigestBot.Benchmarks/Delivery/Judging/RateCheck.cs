using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>No sliding window holds more than the platform allows, wherever it begins; nothing was refused for coming too fast.</summary>
internal static class RateCheck
{
    private static readonly string[] OverTheGateway = ["identify", "resume", "heartbeat"];

    public static IEnumerable<string> Of(Judgement judgement)
    {
        var rules = judgement.Evidence.Rules;
        foreach (var limited in judgement.Sends.Where(entry => entry.Verdict == Verdict.Limited).Take(3))
            yield return $"limit: the platform refused a request to {limited.Chat} at {limited.Seconds:0.000} s as one too many";

        // What the lane sends is all that Telegram counts; Discord counts every request.
        var lane = rules.TellsCopies ? judgement.Evidence.Ledger.Where(entry => !OverTheGateway.Contains(entry.Method)) : judgement.Sends;
        if (Fullest(lane, 1 - rules.Tolerance) is var (most, at) && most > rules.PerSecond)
            yield return $"limit: {most} requests within {1 - rules.Tolerance:0.00} s from {at:0.000} s on, and {rules.PerSecond} are allowed";

        foreach (var chat in judgement.Sends.GroupBy(entry => entry.Chat))
        {
            if (Fullest(chat, rules.ChatSeconds - rules.Tolerance) is var (toChat, since) && toChat > rules.PerChat)
                yield return $"limit: {toChat} messages to {chat.Key} within {rules.ChatSeconds} s from {since:0.000} s on";
            if (chat.Key?.StartsWith('-') == true && rules.GroupPerMinute is { } group && Fullest(chat, 60 - rules.Tolerance) is var (inMinute, _) && inMinute > group)
                yield return $"limit: {inMinute} messages to the group {chat.Key} within a minute";
        }
    }

    /// <summary>The most requests that any window of the length holds, and when it begins.</summary>
    private static (int Most, double At) Fullest(IEnumerable<LedgerEntry> entries, double length)
    {
        var (most, at) = (0, 0.0);
        var window = new Queue<double>();
        foreach (var second in entries.Select(entry => entry.Seconds).Order())
        {
            window.Enqueue(second);
            while (window.Peek() <= second - length)
                window.Dequeue();
            if (window.Count > most)
                (most, at) = (window.Count, window.Peek());
        }

        return (most, at);
    }
}
