using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Discord.Rendering;
using DigestBot.Platforms.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>Runs what people call, press, choose and type, and sees to it that each gets an answer in three seconds.</summary>
internal sealed partial class DiscordInteractions(
    CommandDispatcher dispatcher, PostingRights rights, DiscordFiles files, DiscordRest rest, IDeliveryLedger ledger, DeliverySignal signal, TimeProvider time, ILogger<DiscordInteractions> logger)
{
    /// <summary>Half of what Discord grants: the other half is the network's.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1.5);

    /// <summary>An answer that comes later than this would only puzzle.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromHours(1);

    public async Task HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction is not { Id: { Length: > 0 }, Token: { Length: > 0 }, ApplicationId: { Length: > 0 } })
            return;

        var isPrivate = InteractionRequests.IsAskedInPrivate(interaction);
        var reply = new InteractionReply(rest, interaction, isPrivate, time);
        switch (interaction.Type)
        {
            case Kind.Ping:
                await reply.TryCallBackAsync(new InteractionCallback(Kind.Pong), cancellationToken);
                break;
            case Kind.Command or Kind.Component:
                await RunAsync(interaction, reply, cancellationToken);
                break;
            case Kind.Autocomplete:
                await SuggestAsync(interaction, reply, cancellationToken);
                break;
        }
    }

    private async Task RunAsync(Interaction interaction, InteractionReply reply, CancellationToken cancellationToken)
    {
        var request = InteractionRequests.TryRead(interaction, dispatcher.Commands);
        request = request is null ? null : request with { File = files.Of(interaction) };
        var begun = time.GetTimestamp();
        // A digest may be built before anything is awaited: not on the way of the sign that it takes longer.
        var running = request is null ? Task.FromResult(OldButton(interaction)) : Task.Run(() => rights.RunAsync(interaction, request, cancellationToken), cancellationToken);
        if (await Task.WhenAny(running, Task.Delay(Quick, time, cancellationToken)) != running)
            await reply.DeferAsync(cancellationToken);

        var answer = await running;
        var left = await reply.AnswerAsync(answer, cancellationToken);
        if (left.Count > 0 && interaction.Where is { Length: > 0 } channel)
            await ToChannelAsync(interaction.Id!, DiscordPlatform.Chat(channel), left, cancellationToken);
        Log.Answered(logger, request?.Chat ?? default, interaction.Type ?? 0, (long)time.GetElapsedTime(begun).TotalMilliseconds, left.Count);
    }

    private async Task SuggestAsync(Interaction interaction, InteractionReply reply, CancellationToken cancellationToken)
    {
        var typing = InteractionRequests.TryReadTyping(interaction, dispatcher.Commands);
        // A search may be done before anything is awaited: not on the way of the gateway's next event.
        var choices = typing is null ? [] : await Task.Run(() => dispatcher.SuggestAsync(typing, cancellationToken), cancellationToken);
        await reply.TryCallBackAsync(InteractionCallback.Choices(choices), cancellationToken);
    }

    /// <summary>The place for the answer is gone, or was never given: it goes where it was asked, over the ledger.</summary>
    private async Task ToChannelAsync(string interaction, ChatId chat, IReadOnlyList<DiscordPart> parts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var request = string.Create(CultureInfo.InvariantCulture, $"{DiscordPlatform.PlatformName}:{interaction}");
        await ledger.EnqueueAsync(request, chat, Lane.Answer, [.. parts.Select(part => part.Write())], now, now + Useful, cancellationToken);
        signal.Wake();
    }

    private static Answer OldButton(Interaction interaction) =>
        Answer.Of((Words.TryFor(interaction.Locale) ?? Words.Indonesian).Paragraph("Discord_OldButton")).ForAsker();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Chat}: interaction of type {Type} answered in {Milliseconds} ms, {Left} parts of it to the channel")]
        public static partial void Answered(ILogger logger, ChatId chat, int type, long milliseconds, int left);
    }
}
