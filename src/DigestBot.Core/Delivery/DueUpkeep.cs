namespace DigestBot.Delivery;

/// <summary>
/// The upkeep that posting puts off so that what is due leaves first. After a large broadcast it waits for a tick that is none, a few
/// at most: what was enqueued is being sent meanwhile, on the same database.
/// </summary>
internal sealed class DueUpkeep(IDeliveryLedger ledger, TimeProvider time)
{
    /// <summary>So many chats are a broadcast that wants the machine for itself.</summary>
    private const int Many = 1_000;

    /// <summary>Large broadcasts in a row; each makes what is looked through at the next tick longer.</summary>
    private const int MostPutOff = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>What a tick has the time for; the next one goes on.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _putOff;

    /// <summary>Does what there is to do after a tick that posted to so many chats, a little at a time.</summary>
    public async Task AfterAsync(int chats, CancellationToken cancellationToken)
    {
        _putOff = chats >= Many && _putOff < MostPutOff ? _putOff + 1 : 0;
        if (_putOff > 0)
            return;

        var begun = time.GetTimestamp();
        while (await ledger.SettleDueAsync(time.GetUtcNow(), cancellationToken) && time.GetElapsedTime(begun) < Longest)
            await Task.Delay(Pause, time, cancellationToken);
    }
}
