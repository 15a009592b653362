using System.Text.Json;
using System.Threading.Channels;

namespace DigestBot.Platforms.Telegram.Receiving.Intake;

/// <summary>Updates that were pushed and wait to be handled; who pushed one is told when it was.</summary>
internal sealed class WebhookQueue
{
    private const int MostWaiting = 500;
    private const int MostAtOnce = 100;

    private readonly Channel<PushedUpdate> _waiting = Channel.CreateBounded<PushedUpdate>(MostWaiting);

    /// <summary>
    /// True once the update was handled and its answer is on record; false where it was not, or the bot stops or is full: it
    /// is to be pushed again.
    /// </summary>
    public Task<bool> HandledAsync(JsonElement update)
    {
        var pushed = new PushedUpdate(update, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        return _waiting.Writer.TryWrite(pushed) ? pushed.Handled.Task : Task.FromResult(false);
    }

    /// <summary>What waits, in the order of the updates' numbers; empty where nothing came within the time.</summary>
    public async Task<IReadOnlyList<PushedUpdate>> TakeAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _waiting.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }

        var batch = new List<PushedUpdate>();
        while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var pushed))
            batch.Add(pushed);
        return [.. batch.OrderBy(pushed => pushed.Id)];
    }

    /// <summary>Takes no more; what waits is to be pushed again.</summary>
    public void Close()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var pushed))
            pushed.Handled.TrySetResult(false);
    }
}

/// <summary>An update and who waits for it.</summary>
internal sealed record PushedUpdate(JsonElement Update, TaskCompletionSource<bool> Handled)
{
    public int Id { get; } = Update.GetProperty("update_id").GetInt32();
}
