using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Erases everything that is kept about the chat, after asking once more.</summary>
internal sealed class ForgetCommand(SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new("forget", ["lupakan"], CommandAccess.Manager, []);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        switch (context.Arguments.ToLowerInvariant())
        {
            case "yes" or "ya":
                await book.ForgetAsync(context.Chat, cancellationToken);
                return Done(context, words.Paragraph("Forget_Done")) with { LeavesNoRecord = true };
            case "no" or "tidak":
                return Done(context, words.Paragraph("Forget_Kept"));
            default:
                return Answer.Of(words.Paragraph("Forget_Ask"))
                    .With([new Button(words["Button_ForgetYes"], "forget yes"), new Button(words["Button_ForgetNo"], "forget no")]);
        }
    }

    /// <summary>The question goes, so that nobody presses it again.</summary>
    private static Answer Done(CommandContext context, TextBlock said) => Answer.Of(said) with { Replaces = context.Request.IsButton };
}
