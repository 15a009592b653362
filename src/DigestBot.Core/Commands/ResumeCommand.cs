using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Goes on after a pause: what is new since then comes as one digest at the next slot.</summary>
internal sealed class ResumeCommand(SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new("resume", ["lanjut"], CommandAccess.Manager, []);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (words, settings) = (context.Words, context.Settings with { Pause = null });
        if (context.Settings.Pause is null)
        {
            var running = await book.ListAsync(context.Chat, cancellationToken);
            return Answer.Of(words.Paragraph("Resume_NotPaused"), NextDigest.Line(running, settings, words));
        }

        var subscriptions = await book.ChangeAsync(settings, cancellationToken);
        return Answer.Of(words.Paragraph("Resume_Done"), NextDigest.Line(subscriptions, settings, words))
            .With([new Button(words["Button_DigestNow"], "digest")]);
    }
}
