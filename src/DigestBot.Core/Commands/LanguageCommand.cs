using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows or sets the language in which the bot speaks in the chat; articles stay in their own.</summary>
internal sealed class LanguageCommand(SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "language", ["bahasa"], CommandAccess.Manager, [new("language", "bahasa", Required: false, Suggestions.Language)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<Button> choices = [.. Words.All.Select(words => new Button(words["Language_Name"], $"language {words.Language}"))];
        if (context.Arguments.Length == 0)
            return Answer.Of(context.Words.Paragraph("Language_Now", context.Words["Language_Name"])).With(choices);

        if (Find(context.Arguments) is not { } chosen)
            return Answer.Of(context.Words.Paragraph("Language_NotSpoken", Labels.Echo(context.Arguments))).With(choices).ForAsker();

        var settings = context.Settings with { Language = chosen.Language };
        var subscriptions = await book.ChangeAsync(settings, cancellationToken);
        return Answer.Of(chosen.Paragraph("Language_Done"), NextDigest.Line(subscriptions, settings, chosen));
    }

    private static Words? Find(string wanted) => wanted.ToLowerInvariant() switch
    {
        "id" or "indonesia" or "indonesian" or "bahasa" or "bahasa indonesia" => Words.Indonesian,
        "en" or "english" or "inggris" or "bahasa inggris" => Words.English,
        _ => null,
    };
}
