using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Platforms.Discord.Gateway;
using DigestBot.Platforms.Discord.Interactions;
using DigestBot.Platforms.Discord.Menus;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>
/// Hands each event to whom it concerns and never waits for that: a slow command must not keep the gateway from its
/// heartbeat. What this bot does not know is passed over.
/// </summary>
internal sealed partial class DiscordEvents(
    DiscordInteractions interactions, DiscordChannels channels, DiscordMenus menus, DiscordReactions reactions, EventTurns turns, TimeProvider time, ILogger<DiscordEvents> logger)
    : IDisposable
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _seenInOrder = new();
    private readonly CancellationTokenSource _stop = new();

    public void Handle(GatewayAction.Deliver delivered)
    {
        var (name, data) = delivered;
        switch (name)
        {
            case "INTERACTION_CREATE" when Read(name, data, DiscordJson.Wire.Interaction) is { } interaction:
                if (IsNew(interaction.Id))
                {
                    channels.Saw(interaction.Where, interaction.GuildId, interaction.Parent);
                    Begin(name, interactions.HandleAsync(interaction, _stop.Token));
                }

                break;
            case "READY" when Read(name, data, DiscordJson.Wire.ReadyData) is { } ready:
                // After what was said before it, which may still wait.
                Record(name, _ =>
                {
                    channels.Expect(ready.Guilds, ready.Shard);
                    return Task.CompletedTask;
                });
                Begin(name, menus.UpdateAsync(ready.Application?.Id, _stop.Token), isShort: false);
                break;
            case "GUILD_CREATE" when Read(name, data, DiscordJson.Wire.GuildEvent) is { } guild:
                Record(name, stop => channels.JoinedAsync(guild, stop));
                break;
            case "GUILD_DELETE" when Read(name, data, DiscordJson.Wire.GuildEvent) is { } guild:
                Record(name, stop => channels.LeftAsync(guild, stop));
                break;
            case "CHANNEL_CREATE" or "THREAD_CREATE" when Read(name, data, DiscordJson.Wire.ChannelEvent) is { } channel:
                channels.Saw(channel.Id, channel.GuildId, channel.ThreadParent);
                break;
            case "CHANNEL_DELETE" or "THREAD_DELETE" when Read(name, data, DiscordJson.Wire.ChannelEvent) is { } channel:
                Record(name, stop => channels.DeletedAsync(channel, stop));
                break;
            case "MESSAGE_REACTION_ADD" or "MESSAGE_REACTION_REMOVE" when Read(name, data, DiscordJson.Wire.ReactionEvent) is { } reaction:
                if (DiscordReactions.Counts(reaction))
                    Record(name, stop => reactions.HandleAsync(reaction, name == "MESSAGE_REACTION_ADD", stop), isMinor: true);
                break;
        }
    }

    /// <summary>What has begun is finished where it does not take long.</summary>
    public async Task FinishAsync()
    {
        await Task.WhenAll(_running.Where(work => work.Value).Select(work => work.Key)).WaitAsync(LastWait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stop.CancelAsync();
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>A gateway that replays may say a thing twice.</summary>
    private bool IsNew(string? id)
    {
        if (id is null || !_seen.TryAdd(id, true))
            return false;

        _seenInOrder.Enqueue(id);
        if (_seenInOrder.Count > MostRemembered && _seenInOrder.TryDequeue(out var oldest))
            _seen.TryRemove(oldest, out _);
        return true;
    }

    private void Record(string name, Func<CancellationToken, Task> change, bool isMinor = false) =>
        Begin(name, turns.TakeAsync(name, change, isMinor, _stop.Token));

    /// <summary>What may go on for as long as the bot does is not waited for when it stops.</summary>
    private void Begin(string name, Task work, bool isShort = true)
    {
        var watched = WatchAsync(name, work);
        if (!watched.IsCompleted && _running.TryAdd(watched, isShort))
            _ = watched.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task WatchAsync(string name, Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_stop.IsCancellationRequested)
        {
            Log.Failed(logger, failure, name);
        }
        catch (OperationCanceledException)
        {
            Log.Stopped(logger, name);
        }
    }

    private T? Read<T>(string name, JsonElement data, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return data.Deserialize(type);
        }
        catch (JsonException failure)
        {
            Log.NotUnderstood(logger, name, failure.Path);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Event} of Discord could not be handled")]
        public static partial void Failed(ILogger logger, Exception exception, string @event);

        [LoggerMessage(LogLevel.Warning, "{Event} of Discord could not be read at {Place}")]
        public static partial void NotUnderstood(ILogger logger, string @event, string? place);

        [LoggerMessage(LogLevel.Information, "{Event} of Discord was broken off by the stop")]
        public static partial void Stopped(ILogger logger, string @event);
    }
}
