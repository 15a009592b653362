using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Discord.Rendering;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>
/// Answers one interaction: at once, or after a sign that the answer takes longer, in the place that was kept for it. What
/// can't be told there any more is returned, for the channel.
/// </summary>
internal sealed class InteractionReply(DiscordRest rest, Interaction interaction, bool askedInPrivate, TimeProvider time)
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(2.8);

    /// <summary>Fifteen minutes, less what a follow-up may take.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14.5);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(150);
    private const int AlreadyAcknowledged = 40060;
    private const int UnknownMessage = 10008;
    private const int MostTries = 3;

    private readonly long _begun = time.GetTimestamp();
    private bool _isDeferred;
    private bool _isLost;

    private bool IsPress => interaction.Type == Kind.Component;

    /// <summary>Keeps a place for the answer.</summary>
    public async Task DeferAsync(CancellationToken cancellationToken)
    {
        var hidden = Hidden(askedInPrivate);
        var callback = IsPress
            ? new InteractionCallback(Kind.DeferredUpdate)
            : new InteractionCallback(Kind.DeferredMessage, hidden ? new CallbackData { Flags = DiscordPart.Ephemeral } : null);
        _isDeferred = true;
        _isLost = !await TryCallBackAsync(callback, cancellationToken);
    }

    /// <summary>Gives the answer; returns the parts that have to go to the channel instead.</summary>
    public async Task<IReadOnlyList<DiscordPart>> AnswerAsync(Answer answer, CancellationToken cancellationToken)
    {
        var parts = DiscordRenderer.Render(answer.Message);
        var hidden = Hidden(askedInPrivate || answer.Private);
        var told = 0;
        // Nothing is said, but a button that was pressed is let go.
        if (parts.Count == 0 && IsPress && !_isDeferred)
            await DeferAsync(cancellationToken);
        if (parts.Count > 0 && !_isLost && time.GetElapsedTime(_begun) < TokenLife)
        {
            if (answer.File is { } file && await TryGiveAsync(file, hidden, cancellationToken))
                return [];

            told = await TellFirstAsync(parts[0], answer.Replaces && IsPress && parts.Count == 1, hidden, cancellationToken) ? 1 : 0;
            while (told > 0 && told < parts.Count && await TryFollowUpAsync(parts[told], hidden, cancellationToken))
                told++;
        }

        // What one person alone was to see is not shown to all.
        return hidden ? [] : [.. parts.Skip(told)];
    }

    public Task<bool> TryCallBackAsync(InteractionCallback callback, CancellationToken cancellationToken, AnswerFile? file = null) => RepeatAsync(
        RestRequest.Callback(interaction.Id!, interaction.Token!, callback.Write()) with { File = file }, FirstAnswer, cancellationToken);

    /// <summary>Nobody else reads along in a conversation with the bot alone.</summary>
    private bool Hidden(bool wanted) => interaction.IsInServer && (wanted || interaction.IsHidden);

    /// <summary>False where it does not go through: what it says is then told as text.</summary>
    private async Task<bool> TryGiveAsync(AnswerFile file, bool hidden, CancellationToken cancellationToken) =>
        DiscordRenderer.Render(file.Caption) is [var caption] && await TellFirstAsync(caption with { File = file }, replaces: false, hidden, cancellationToken);

    private Task<bool> TellFirstAsync(DiscordPart part, bool replaces, bool hidden, CancellationToken cancellationToken)
    {
        if (!_isDeferred)
        {
            return TryCallBackAsync(
                replaces ? InteractionCallback.Update(MessageBody.Replacement(part)) : InteractionCallback.Message(MessageBody.Answer(part, hidden)),
                cancellationToken,
                part.File);
        }

        if (IsPress)
            return replaces ? TryEditAsync(part, cancellationToken) : TryFollowUpAsync(part, hidden, cancellationToken);
        return hidden && !Hidden(askedInPrivate) ? MoveToAskerAsync(part, cancellationToken) : TryEditAsync(part, cancellationToken);
    }

    /// <summary>
    /// The place that was kept is seen by all, the answer concerns one: the place is given up, or filled with a line that says
    /// nothing. Left empty, it would take the follow-up in, for all to see (https://github.com/discord/discord-api-docs/issues/2866).
    /// </summary>
    private async Task<bool> MoveToAskerAsync(DiscordPart part, CancellationToken cancellationToken)
    {
        var words = Words.TryFor(interaction.Locale) ?? Words.Indonesian;
        var isOutOfTheWay = await RepeatAsync(RestRequest.DeleteOriginal(interaction.ApplicationId!, interaction.Token!), TokenLife, cancellationToken)
            || await TryEditAsync(DiscordRenderer.Render(new Message([words.Paragraph("Discord_ForAsker")]))[0], cancellationToken);
        return isOutOfTheWay && await TryFollowUpAsync(part, hidden: true, cancellationToken);
    }

    private Task<bool> TryEditAsync(DiscordPart part, CancellationToken cancellationToken) => RepeatAsync(
        RestRequest.EditOriginal(interaction.ApplicationId!, interaction.Token!, MessageBody.Replacement(part).Write()) with { File = part.File }, TokenLife, cancellationToken);

    /// <summary>A follow-up takes no nonce: one that may have arrived is not sent again.</summary>
    private async Task<bool> TryFollowUpAsync(DiscordPart part, bool hidden, CancellationToken cancellationToken)
    {
        var request = RestRequest.FollowUp(interaction.ApplicationId!, interaction.Token!, MessageBody.Answer(part, hidden).Write()) with { File = part.File };
        return await RepeatAsync(request, TokenLife, cancellationToken, isRepeatable: false);
    }

    /// <summary>False where the server did not take it, or said nothing however often it was asked: nobody is left without an answer.</summary>
    private async Task<bool> RepeatAsync(RestRequest request, TimeSpan deadline, CancellationToken cancellationToken, bool isRepeatable = true)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await rest.SendAsync(request, cancellationToken);
                return true;
            }
            catch (DiscordFailure failure) when (failure.Code == AlreadyAcknowledged || (failure.Code == UnknownMessage && request.Method == HttpMethod.Delete))
            {
                // The answer to the try before this one was lost on its way.
                return true;
            }
            catch (DiscordFailure failure)
            {
                if (failure.MayHaveArrived && !isRepeatable)
                    return true;
                var isPassing = failure.MayHaveArrived || failure.Status is null or 429 or >= 500;
                var wait = failure.RetryAfter ?? RetryAfter;
                if (!isPassing || tries == MostTries || time.GetElapsedTime(_begun) + wait > deadline)
                    return false;
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }
}
