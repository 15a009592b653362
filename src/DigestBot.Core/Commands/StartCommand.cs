using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>
/// Says hello and what to do first. A chat that the platform had refused is there again where somebody says hello in it:
/// its posts go on, in all of its topics.
/// </summary>
internal sealed class StartCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new("start", ["mulai"], CommandAccess.Anyone, []);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        if (await book.TakenAgainAsync(context.Chat, cancellationToken) is { Count: > 0 } going)
            return WelcomeBack(going, context.Settings with { Pause = null }, words);

        var snapshot = library.Current;
        Block stock = snapshot.Articles.Count == 0
            ? words.Paragraph("NoArticles")
            : words.Paragraph("Start_Ready", words.Count("Articles", snapshot.Articles.Count), words.Count("Topics", snapshot.Topics.Count));
        var other = words == Words.Indonesian ? Words.English : Words.Indonesian;
        var answer = Answer.Of(
            words.Paragraph("Start_Hello"),
            stock,
            new ItemBlock("•", words.Spans("Start_Articles")),
            new ItemBlock("•", words.Spans("Start_Section")),
            new ItemBlock("•", words.Spans("Start_Subscribe")),
            words.Paragraph("Start_More"));
        return answer.With(
            [new Button(words["Button_Articles"], "articles"), new Button(words["Button_Subscribe"], "subscribe")],
            [new Button(words["Button_Help"], "help"), new Button(other["Language_Name"], $"language {other.Language}")]);
    }

    private static Answer WelcomeBack(IReadOnlyList<Subscription> going, ChatSettings settings, Words words) =>
        Answer.Of(words.Paragraph("Start_Back"), NextDigest.Line(going, settings, words))
            .With([new Button(words["Button_DigestNow"], "digest"), new Button(words["Button_Help"], "help")]);
}
