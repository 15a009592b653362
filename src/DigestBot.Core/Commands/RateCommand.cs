using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Commands;

/// <summary>Takes a reader's vote on an article, as the thumbs under a digest give it.</summary>
internal sealed class RateCommand(ArticleLibrary library, IVoteStore votes, TimeProvider time) : IChatCommand
{
    private static readonly string[] Up = ["up", "+", "suka", "bagus", "good", "like"];
    private static readonly string[] Down = ["down", "-", "kurang", "bad", "jelek", "buruk", "dislike"];

    /// <summary>Before a word of praise they make it the other one.</summary>
    private static readonly string[] Not = ["tidak", "tak", "kurang", "gak", "ga", "nggak", "ngga", "enggak", "not", "don't", "don’t", "dont"];

    public CommandInfo Info { get; } = new("rate", ["nilai"], CommandAccess.Anyone,
        [new("article", "artikel", Required: true, Suggestions.Article), new("vote", "suara", Required: true)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        if (Divide(context.Arguments) is not ({ Length: > 0 } wanted, { } isUp))
            return Answer.Of(words.Paragraph("Rate_Usage")).ForAsker();

        var found = TargetFinder.FindNumberedOrKeyed(snapshot, wanted) is { } sure ? TargetFinder.Sure(sure) : ArticleFinder.Match(snapshot.Articles, wanted);
        if (found is { IsGuess: true, Items.Count: > 0 })
            return Guessed(found, wanted, isUp, words);
        if (found.Items is not [var article])
            return ArticleAnswers.WhichArticle(snapshot, found.Items, wanted, "digest", words).ForAsker();

        await votes.VoteAsync(new Vote(article.Id, context.Chat, context.Request.User, isUp, time.GetUtcNow()), cancellationToken);
        return Answer.Of(words.Paragraph(isUp ? "Rate_Up" : "Rate_Down", Labels.Short(article.Title, 60))).ForAsker();
    }

    /// <summary>The article, and the vote in the last word or two.</summary>
    private static (string Wanted, bool? IsUp) Divide(string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return ("", null);

        var vote = words[^1].ToLowerInvariant();
        var isUp = Up.Contains(vote) ? true : Down.Contains(vote) ? false : Thumb.Read(vote);
        var isTurned = isUp == true && words.Length > 2 && Not.Contains(words[^2].ToLowerInvariant());
        return (string.Join(' ', words[..^(isTurned ? 2 : 1)]), isTurned ? false : isUp);
    }

    private static Answer Guessed(NameMatch<Article> found, string wanted, bool isUp, Words words) => ArticleAnswers.Choose(
        ArticleAnswers.Question(found, "None_Article", wanted, words),
        found.Items.Select(article => new Button(Labels.Short(article.Title, 40), $"rate {article.Id.Key} {(isUp ? "up" : "down")}")),
        words).ForAsker();
}
