using DigestBot.Chats;
using DigestBot.Commands.Grammar;

namespace DigestBot.Commands;

/// <summary>Has the commands of a private chat act on another chat, such as a channel, that the asker manages.</summary>
internal sealed class ManageCommand(Managing managing) : IChatCommand
{
    public CommandInfo Info { get; } = new("manage", ["kelola"], CommandAccess.Anyone, [new("chat", "percakapan", Required: false)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        if (!managing.IsPossibleOn(context.Chat.Platform))
            return Answer.Of(words.Paragraph("Manage_NotHere")).ForAsker();
        if (!context.Request.IsPrivate)
            return Answer.Of(words.Paragraph("Manage_Private")).ForAsker();

        if (context.Arguments.Length == 0)
        {
            return await managing.CurrentAsync(context.Chat, cancellationToken) is { } current
                ? Answer.Of(words.Paragraph("Manage_Now", current.Title)).With(Buttons(words))
                : Answer.Of(words.Paragraph("Manage_Usage"));
        }

        if (OnOffText.TryParse(context.Arguments) == false)
        {
            await managing.EndAsync(context.Chat, cancellationToken);
            return Answer.Of(words.Paragraph("Manage_Off"));
        }

        return await managing.BeginAsync(context.Chat, context.Arguments, context.Request.User, cancellationToken) is { } found
            ? Answer.Of(words.Paragraph("Manage_Now", found.Title)).With(Buttons(words))
            : Answer.Of(words.Paragraph("Manage_None", Labels.Echo(context.Arguments)));
    }

    private static IReadOnlyList<Button> Buttons(Words words) =>
        [new Button(words["Button_Settings"], "settings"), new Button(words["Button_Subscriptions"], "subscriptions"), new Button(words["Button_ManageOff"], "manage off")];
}
