namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>Lets as many shards begin a session at once as the gateway allows, each group once in five seconds.</summary>
internal sealed class IdentifyTurns(int atOnce, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5.2);

    private readonly TimeSpan[] _free = new TimeSpan[Math.Clamp(atOnce, 1, 1024)];
    private readonly Lock _gate = new();
    private readonly long _origin = time.GetTimestamp();

    public Task WaitAsync(int shard, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetElapsedTime(_origin);
            ref var free = ref _free[shard % _free.Length];
            wait = free > now ? free - now : TimeSpan.Zero;
            free = now + wait + Pause;
        }

        return wait == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, time, cancellationToken);
    }
}
