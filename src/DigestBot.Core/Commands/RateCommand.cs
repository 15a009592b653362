using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Commands;

/// <summary>Takes a reader's vote on an article, as the thumbs under a digest give it.</summary>
internal sealed class RateCommand(ArticleLibrary library, IVoteStore votes, TimeProvider time) : IChatCommand
{
    private static readonly string[] Up = ["up", Thumb.Up, "+", "suka", "bagus", "good"];
    private static readonly string[] Down = ["down", Thumb.Down, "-", "kurang", "bad"];

    public CommandInfo Info { get; } = new("rate", ["nilai"], CommandAccess.Anyone,
        [new("article", "artikel", Required: true, Suggestions.Article), new("vote", "suara", Required: true)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        var last = context.Arguments.LastIndexOf(' ') + 1;
        var (wanted, vote) = (context.Arguments[..last].Trim(), context.Arguments[last..].ToLowerInvariant());
        var isUp = Up.Contains(vote, StringComparer.Ordinal);
        if (wanted.Length == 0 || (!isUp && !Down.Contains(vote, StringComparer.Ordinal)))
            return Answer.Of(words.Paragraph("Rate_Usage")).ForAsker();

        var found = TargetFinder.FindNumberedOrKeyed(snapshot, wanted) is { } sure ? TargetFinder.Sure(sure) : ArticleFinder.Match(snapshot.Articles, wanted);
        if (found is { IsGuess: true, Items.Count: > 0 })
            return Guessed(found, wanted, isUp, words);
        if (found.Items is not [var article])
            return ArticleAnswers.WhichArticle(snapshot, found.Items, wanted, "digest", words).ForAsker();

        await votes.VoteAsync(new Vote(article.Id, context.Chat, context.Request.User, isUp, time.GetUtcNow()), cancellationToken);
        return Answer.Of(words.Paragraph(isUp ? "Rate_Up" : "Rate_Down", Labels.Short(article.Title, 60))).ForAsker();
    }

    private static Answer Guessed(NameMatch<Article> found, string wanted, bool isUp, Words words) => ArticleAnswers.Choose(
        ArticleAnswers.Question(found, "None_Article", wanted, words),
        found.Items.Select(article => new Button(Labels.Short(article.Title, 40), $"rate {article.Id.Key} {(isUp ? "up" : "down")}")),
        words).ForAsker();
}
