using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DigestBot.Delivery.Lanes;

/// <summary>
/// Puts outcomes on record, as many in one transaction as have come meanwhile. What can't be recorded is kept and tried
/// again until it is.
/// </summary>
internal sealed partial class LaneRecorder(LaneContext lane, Action<Lane> recorded, ILogger logger) : IDisposable
{
    private const int MostAtOnce = 500;

    /// <summary>So many share a transaction well enough.</summary>
    private const int Enough = 64;

    /// <summary>What comes within this time shares a transaction, where there is not enough already.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    private readonly Channel<Completion> _waiting = Channel.CreateUnbounded<Completion>(new() { SingleReader = true });
    private readonly CancellationTokenSource _hurry = new();
    private readonly CancellationTokenSource _abandon = new();
    private int _unrecorded;
    private long _batchSince;

    /// <summary>Something has waited for its record for longer than a store that is well takes.</summary>
    public bool IsBehind => Volatile.Read(ref _batchSince) is > 0 and var since && lane.Clock - TimeSpan.FromTicks(since) > Behind;

    /// <summary>How many are not on record yet.</summary>
    public int Unrecorded => Volatile.Read(ref _unrecorded);

    public void Add(Completion completion)
    {
        if (_waiting.Writer.TryWrite(completion))
            Interlocked.Increment(ref _unrecorded);
    }

    /// <summary>No more will come: what is left is recorded without waiting for company.</summary>
    public void Finish()
    {
        _waiting.Writer.TryComplete();
        _hurry.Cancel();
    }

    /// <summary>Gives up what is not recorded: it stays on record as being sent until its lease runs out.</summary>
    public void Abandon() => _abandon.Cancel();

    /// <summary>Records until <see cref="Finish"/> was called and all is recorded.</summary>
    public async Task RunAsync()
    {
        var batch = new List<Completion>();
        while (await _waiting.Reader.WaitToReadAsync(_abandon.Token))
        {
            Volatile.Write(ref _batchSince, Math.Max(1, lane.Clock.Ticks));
            if (Unrecorded < Enough)
                await Task.Delay(Gather, lane.Time, _hurry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var completion))
                batch.Add(completion);
            await RecordAsync(batch);
            Volatile.Write(ref _batchSince, 0);
            Interlocked.Add(ref _unrecorded, -batch.Count);
            foreach (var queue in batch.Select(completion => completion.Delivery.Lane).Distinct())
                recorded(queue);
            batch.Clear();
        }
    }

    public void Dispose()
    {
        _hurry.Dispose();
        _abandon.Dispose();
    }

    private async Task RecordAsync(List<Completion> batch)
    {
        for (var retry = FirstRetry; ; retry = retry * 2 < LongestRetry ? retry * 2 : LongestRetry)
        {
            try
            {
                DeliveryEvents.Write(DeliveryEvents.BeforeCompleteCommit, lane.Name, batch.Count);
                await lane.Ledger.CompleteAsync(batch, lane.Owner, lane.UtcNow, _abandon.Token);
                DeliveryEvents.Write(DeliveryEvents.AfterCompleteCommit, lane.Name, batch.Count);
                return;
            }
            catch (Exception failure) when (!_abandon.IsCancellationRequested)
            {
                Log.NotRecorded(logger, failure, lane.Name, batch.Count, retry);
                await Task.Delay(retry, lane.Time, _abandon.Token);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Count} outcomes of {Platform} could not be recorded; tried again in {Retry}")]
        public static partial void NotRecorded(ILogger logger, Exception failure, string platform, int count, TimeSpan retry);
    }
}
