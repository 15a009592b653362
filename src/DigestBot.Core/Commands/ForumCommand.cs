using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Has a forum's digests come as posts of their own, one an article, instead of into the post where it is asked.</summary>
internal sealed class ForumCommand(Forums forums, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new("forum", [], CommandAccess.Manager, [new("state", "keadaan", Required: false)]) { IsAboutChat = false };

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, words) = (context.Request, context.Words);
        var isOn = request.Post is not null;
        var wanted = context.Arguments.Length == 0 ? isOn : OnOffText.TryParse(context.Arguments);
        if (wanted is null)
            return Answer.Of(words.Paragraph("Switch_NotUnderstood", Labels.Echo(context.Arguments), Info.NameIn(words))).ForAsker();
        if (request.Parent is null || (wanted == true && !isOn && !await forums.BeginAsync(request, cancellationToken)))
            return Answer.Of(words.Paragraph("Forum_NotHere")).ForAsker();
        if (wanted == false && request.Post is { } post)
            await forums.EndAsync(request.Chat, post, cancellationToken);

        return await StateAsync(wanted.Value ? request.Parent.Value : request.Post ?? request.Chat, wanted.Value, words, cancellationToken);
    }

    private async Task<Answer> StateAsync(ChatId chat, bool isOn, Words words, CancellationToken cancellationToken)
    {
        var settings = await book.SettingsAsync(chat, cancellationToken);
        var subscriptions = await book.ListAsync(chat, cancellationToken);
        return Answer.Of(words.Paragraph(isOn ? "Forum_On" : "Forum_Off"), NextDigest.Line(subscriptions, settings, words))
            .With([new Button(words[isOn ? "Button_TurnOff" : "Button_TurnOn"], $"{Info.Name} {(isOn ? "off" : "on")}"), new Button(words["Button_Subscribe"], "subscribe")]);
    }
}
