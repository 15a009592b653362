using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>Updates that wait for the bot: confirmed by offset, kept for a day, handed to one poller at a time.</summary>
public sealed class TelegramUpdates(TelegramWorld world)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];
    private readonly Lock _gate = new();
    private readonly List<(long Id, DateTimeOffset At, JsonObject Update)> _waiting = [];
    private string[] _allowed = [];
    private long _last = DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 100_000_000;
    private TaskCompletionSource<bool>? _poller;

    /// <summary>How many updates are not confirmed yet.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>The types that the bot asked for last; empty before it asked.</summary>
    public IReadOnlyList<string> Allowed => _allowed;

    /// <summary>Where updates are pushed to; null while the bot polls.</summary>
    public Webhook? Webhook { get; private set; }

    /// <summary>How many times the bot has polled.</summary>
    public int Polls { get; private set; }

    /// <summary>Puts an update in; returns its id, or null where the bot does not ask for its type.</summary>
    public long? Add(string type, JsonObject payload)
    {
        lock (_gate)
        {
            if (_allowed.Length > 0 ? !_allowed.Contains(type) : NotByDefault.Contains(type))
                return null;

            var id = ++_last;
            _waiting.Add((id, world.Now(), new JsonObject { ["update_id"] = id, [type] = payload }));
            _poller?.TrySetResult(true);
            return id;
        }
    }

    /// <summary>Hands an update over once more, as happens when its confirmation is lost.</summary>
    public void Again(long id, JsonObject update)
    {
        lock (_gate)
        {
            _waiting.Add((id, world.Now(), update));
            _poller?.TrySetResult(true);
        }
    }

    /// <summary>What a new <c>getUpdates</c> gets; an older one that still waits is ended with 409.</summary>
    internal async Task<JsonArray> PollAsync(TelegramCall call, CancellationToken cancellationToken)
    {
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, 50));
        var offset = call.Number("offset") ?? 0;
        TaskCompletionSource<bool> mine;
        lock (_gate)
        {
            Polls++;
            if (Webhook is not null)
                throw new TelegramException(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            Allow(call);
            EndPoller("terminated by other getUpdates request; make sure that only one bot instance is running");
            var ready = Take(offset, limit);
            if (ready.Count > 0 || timeout == TimeSpan.Zero)
                return ready;
            _poller = mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await mine.Task.WaitAsync(timeout, cancellationToken);
        }
        catch (TimeoutException)
        {
        }
        finally
        {
            lock (_gate)
                _poller = _poller == mine ? null : _poller;
        }

        lock (_gate)
            return Take(offset, limit);
    }

    internal void PushTo(Webhook? webhook, TelegramCall call)
    {
        lock (_gate)
        {
            Webhook = webhook;
            Allow(call);
            if (call.Flag("drop_pending_updates"))
                _waiting.Clear();
            if (webhook is not null)
                EndPoller("terminated by setWebhook request");
        }
    }

    internal (long Id, JsonObject Update)? First()
    {
        lock (_gate)
            return _waiting.Count == 0 ? null : (_waiting[0].Id, (JsonObject)_waiting[0].Update.DeepClone());
    }

    internal void Confirm(long id)
    {
        lock (_gate)
            _waiting.RemoveAll(update => update.Id == id);
    }

    private void Allow(TelegramCall call)
    {
        if (call.Json("allowed_updates") is JsonArray allowed)
            _allowed = [.. allowed.Select(type => type!.GetValue<string>())];
    }

    private void EndPoller(string why)
    {
        _poller?.TrySetException(new TelegramException(409, $"Conflict: {why}"));
        _poller = null;
    }

    private JsonArray Take(long offset, int limit)
    {
        _waiting.RemoveAll(update => update.At < world.Now() - Kept);
        if (offset < 0)
            _waiting.RemoveRange(0, (int)Math.Max(0, _waiting.Count + offset));
        else
            _waiting.RemoveAll(update => update.Id < offset);
        return [.. _waiting.Take(limit).Select(update => update.Update.DeepClone())];
    }
}
