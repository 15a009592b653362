namespace DigestBot.Simulators.Telegram;

/// <summary>Telegram's limits in sliding windows: no window of the length holds more than it may, wherever it begins.</summary>
internal sealed class SendWindows(TelegramLimits limits)
{
    private readonly Lock _gate = new();
    private readonly Queue<double> _lane = new();
    private readonly Dictionary<long, double> _lastToChat = [];
    private readonly Dictionary<long, Queue<double>> _groups = [];
    private readonly double _tolerance = limits.ToleranceMilliseconds / 1000.0;

    /// <summary>Counts a message, or says how many seconds it came too early and counts nothing.</summary>
    public double? TooEarlyBy(long chat, double now)
    {
        lock (_gate)
        {
            var wait = Wait(_lane, limits.PerSecond, 1, now);
            if (limits.ChatSeconds > 0 && _lastToChat.TryGetValue(chat, out var last))
                wait = Math.Max(wait, last + limits.ChatSeconds - _tolerance - now);
            var group = chat < 0 && limits.GroupPerMinute > 0 ? GroupOf(chat) : null;
            if (group is not null)
                wait = Math.Max(wait, Wait(group, limits.GroupPerMinute, 60, now));
            if (wait > 0)
                return wait;

            _lane.Enqueue(now);
            _lastToChat[chat] = now;
            group?.Enqueue(now);
            return null;
        }
    }

    private double Wait(Queue<double> sent, int most, double window, double now)
    {
        while (sent.TryPeek(out var oldest) && oldest <= now - (window - _tolerance))
            sent.Dequeue();
        return sent.Count < most ? 0 : sent.Peek() + window - _tolerance - now;
    }

    private Queue<double> GroupOf(long chat) => _groups.TryGetValue(chat, out var group) ? group : _groups[chat] = new Queue<double>();
}
