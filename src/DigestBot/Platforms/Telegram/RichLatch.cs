namespace DigestBot.Platforms.Telegram;

/// <summary>
/// Remembers that the server does not take rich messages, so that each is not tried in vain: an older Bot API server has no
/// such method. After a while it is tried again; a server may have been brought up to date.
/// </summary>
internal sealed class RichLatch(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(6);

    private long _closedUntil = long.MinValue;

    /// <summary>Whether a rich message may be tried.</summary>
    public bool IsOpen => time.GetUtcNow().UtcTicks >= Volatile.Read(ref _closedUntil);

    public void Close() => Volatile.Write(ref _closedUntil, (time.GetUtcNow() + Remembered).UtcTicks);
}
