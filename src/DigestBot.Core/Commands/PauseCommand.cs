using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Stops all posts to the chat until a day or until further notice; its subscriptions stay.</summary>
internal sealed class PauseCommand(SubscriptionBook book, TimeProvider time) : IChatCommand
{
    public CommandInfo Info { get; } = new("pause", ["jeda"], CommandAccess.Manager, [new("until", "sampai", Required: false)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (now, words) = (time.GetUtcNow(), context.Words);
        var until = PauseText.TryParse(context.Arguments, DateOnly.FromDateTime(NextDigest.LocalTime(now, context.Settings.Zone).DateTime));
        var isOn = OnOffText.TryParse(context.Arguments);
        if (isOn == false)
            return Answer.Of(words.Paragraph("Pause_Off")).With([new Button(words["Button_Resume"], "resume")]).ForAsker();
        if (until is null && isOn is null && context.Arguments.Length > 0)
            return Answer.Of(words.Paragraph("Pause_NotUnderstood", Labels.Echo(context.Arguments))).ForAsker();

        var end = until is { } day && Zones.Find(context.Settings.Zone) is { } zone ? Zones.ToInstant(day, TimeOnly.MinValue, zone) : (DateTimeOffset?)null;
        var since = context.Settings.Pause?.Since ?? now;
        var settings = context.Settings with { Pause = new ChatPause(ByPlatform: false, "", since, end) };
        var subscriptions = await book.ChangeAsync(settings, cancellationToken);
        return Answer.Of(
            words.Paragraph("Pause_Done"),
            subscriptions.Count == 0 ? words.Paragraph("Next_None") : NextDigest.Line(subscriptions, settings, words))
            .With([new Button(words["Button_Resume"], "resume")]);
    }
}
