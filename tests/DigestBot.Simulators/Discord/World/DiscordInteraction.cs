using System.Diagnostics;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.World;

/// <summary>Something that a person did and waits for: what the bot made of it shows here.</summary>
public sealed class DiscordInteraction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly List<DiscordMessage> _followUps = [];
    private TaskCompletionSource _changed = NewSignal();

    internal DiscordInteraction(
        ulong id, string token, InteractionKind kind, DiscordUser user, DiscordChannel channel, DateTimeOffset at) =>
        (Id, Token, Kind, User, Channel, At) = (id, token, kind, user, channel, at);

    public ulong Id { get; }

    public string Token { get; }

    public InteractionKind Kind { get; }

    public DiscordUser User { get; }

    public DiscordChannel Channel { get; }

    public DateTimeOffset At { get; }

    /// <summary>The message whose button or menu was used.</summary>
    public DiscordMessage? Source { get; internal set; }

    /// <summary>The callback type that acknowledged it; 0 before.</summary>
    public int Acknowledgement { get; private set; }

    /// <summary>How long it took until then; null before.</summary>
    public TimeSpan? AcknowledgedIn { get; private set; }

    /// <summary>The first answer, as it now stands; null before, and after it was deleted.</summary>
    public DiscordMessage? Original { get; private set; }

    /// <summary>What an autocomplete offers, label and value; null before.</summary>
    public IReadOnlyList<(string Name, string Value)>? Choices { get; private set; }

    /// <summary>The form that was opened.</summary>
    public JsonObject? Modal { get; private set; }

    public IReadOnlyList<DiscordMessage> FollowUps
    {
        get
        {
            lock (Gate)
                return [.. _followUps];
        }
    }

    internal Lock Gate { get; } = new();

    internal TimeSpan Age => Stopwatch.GetElapsedTime(_began);

    /// <summary>Waits for the first answer that can be read: a message, or the changed message of a button.</summary>
    public async Task<DiscordAnswer> AnswerAsync(TimeSpan? patience = null)
    {
        DiscordMessage? seen = null;
        await UntilAsync(() => (seen = Original) is { IsLoading: false }, "an answer", patience);
        return new DiscordAnswer(seen!, Acknowledgement, AcknowledgedIn!.Value);
    }

    /// <summary>Waits until the bot has answered in any way, which it must within three seconds.</summary>
    public async Task<TimeSpan> AcknowledgedAsync(TimeSpan? patience = null)
    {
        await UntilAsync(() => AcknowledgedIn is not null, "an acknowledgement", patience);
        return AcknowledgedIn!.Value;
    }

    /// <summary>Waits for what an autocomplete offers: the labels.</summary>
    public async Task<IReadOnlyList<string>> ChoicesAsync(TimeSpan? patience = null)
    {
        await UntilAsync(() => Choices is not null, "choices", patience);
        return [.. Choices!.Select(choice => choice.Name)];
    }

    public async Task<IReadOnlyList<DiscordMessage>> FollowUpsAsync(int count = 1, TimeSpan? patience = null)
    {
        await UntilAsync(() => _followUps.Count >= count, $"{count} follow-ups", patience);
        return FollowUps;
    }

    internal void Acknowledge(
        int type, DiscordMessage? original = null, IReadOnlyList<(string Name, string Value)>? choices = null,
        JsonObject? modal = null)
    {
        lock (Gate)
        {
            (Acknowledgement, AcknowledgedIn) = (type, Age);
            (Original, Choices, Modal) = (original, choices, modal);
        }

        Signal();
    }

    internal void Change(DiscordMessage? original)
    {
        lock (Gate)
            Original = original;
        Signal();
    }

    internal void FollowUp(DiscordMessage message)
    {
        lock (Gate)
        {
            var place = _followUps.FindIndex(known => known.Id == message.Id);
            if (place < 0)
                _followUps.Add(message);
            else
                _followUps[place] = message;
        }

        Signal();
    }

    internal bool RemoveFollowUp(ulong id)
    {
        lock (Gate)
            return _followUps.RemoveAll(message => message.Id == id) > 0;
    }

    private async Task UntilAsync(Func<bool> holds, string what, TimeSpan? patience)
    {
        using var outOfPatience = new CancellationTokenSource(patience ?? Patience);
        while (true)
        {
            Task changed;
            lock (Gate)
            {
                if (holds())
                    return;
                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(outOfPatience.Token);
            }
            catch (OperationCanceledException)
            {
                var state = AcknowledgedIn is { } time
                    ? $"acknowledged with type {Acknowledgement} after {time.TotalMilliseconds:F0} ms"
                    : "the application did not respond";
                throw new TimeoutException($"{what} did not come: {state}; shown: {Original?.Text ?? "nothing"}");
            }
        }
    }

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (Gate)
            (changed, _changed) = (_changed, NewSignal());
        changed.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What somebody sees who did something.</summary>
/// <param name="Message">As it stood when it could first be read.</param>
/// <param name="Type">The callback type that acknowledged it.</param>
/// <param name="AcknowledgedIn">How long the acknowledgement took.</param>
public sealed record DiscordAnswer(DiscordMessage Message, int Type, TimeSpan AcknowledgedIn)
{
    /// <summary>True where only the asker sees it.</summary>
    public bool IsEphemeral => Message.IsEphemeral;

    public string Text => Message.Text;
}

/// <summary>Discord's interaction types.</summary>
public enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}
