using System.Globalization;

namespace DigestBot.Simulators.Hook;

/// <summary>
/// A clock that goes on in real time and can be moved. Moved forward, time has passed: timers that have come due fire at
/// once. Moved back, only the wall clock changes, as when somebody sets it.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(25);
    private readonly Lock _gate = new();
    private readonly List<WeakReference<MovableTimer>> _timers = [];
    private long _wallShift;
    private long _passedShift;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow().AddTicks(Interlocked.Read(ref _wallShift) + Interlocked.Read(ref _passedShift));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() =>
        (long)(base.GetTimestamp() * (double)TimeSpan.TicksPerSecond / base.TimestampFrequency) + Interlocked.Read(ref _passedShift);

    /// <summary>Makes it <paramref name="instant"/> now.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        MovableTimer[] timers;
        lock (_gate)
        {
            var step = (instant - GetUtcNow()).Ticks;
            if (step <= 0)
            {
                Interlocked.Add(ref _wallShift, step);
                return;
            }

            // One step for both clocks: nobody may see that one has moved and the other has not.
            Interlocked.Add(ref _passedShift, step);
            _timers.RemoveAll(timer => !timer.TryGetTarget(out _));
            timers = [.. _timers.Select(timer => timer.TryGetTarget(out var target) ? target : null).OfType<MovableTimer>()];
        }

        foreach (var timer in timers)
            timer.Reconsider();
    }

    /// <summary>Sets the wall clock alone, as somebody does who sets a machine's: no time has passed.</summary>
    public void SetWall(DateTimeOffset instant) => Interlocked.Add(ref _wallShift, (instant - GetUtcNow()).Ticks);

    /// <summary>
    /// Moves whenever the file's content changes: an instant in ISO form that was now when it was written, behind
    /// <c>wall</c> where the wall clock alone is set.
    /// </summary>
    public void Follow(string file)
    {
        var seen = "";
        Look();
        new Thread(() =>
        {
            while (true)
            {
                Thread.Sleep(LookInterval);
                Look();
            }
        })
        { IsBackground = true, Name = "test clock" }.Start();

        void Look()
        {
            var text = TryRead(file);
            var isWall = text.StartsWith("wall ", StringComparison.Ordinal);
            if (text == seen ||
                !DateTimeOffset.TryParse(isWall ? text[5..] : text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return;

            seen = text;
            instant += DateTime.UtcNow - File.GetLastWriteTimeUtc(file);
            if (isWall)
                SetWall(instant);
            else
                MoveTo(instant);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state);
        lock (_gate)
            _timers.Add(new WeakReference<MovableTimer>(timer));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Forget(MovableTimer timer)
    {
        lock (_gate)
            _timers.RemoveAll(known => !known.TryGetTarget(out var target) || target == timer);
    }

    private static string TryRead(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
