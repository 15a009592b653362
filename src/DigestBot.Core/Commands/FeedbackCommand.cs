using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Commands;

/// <summary>Shows an operator what readers think of the articles, those with the most votes first.</summary>
internal sealed class FeedbackCommand(ArticleLibrary library, IVoteStore votes) : IChatCommand
{
    private const int MostShown = 20;

    public CommandInfo Info { get; } = new("feedback", ["tanggapan"], CommandAccess.Operator, []);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        var counts = await votes.CountAsync(cancellationToken);
        if (counts.Count == 0)
            return Answer.Of(words.Paragraph("Feedback_None")).ForAsker();

        List<Block> blocks = [new TitleBlock(words["Feedback_Title"])];
        blocks.AddRange(counts.Take(MostShown).Select(count => new ItemBlock("•",
        [
            new Span(snapshot.Find(count.Article)?.Title ?? count.Article.Value, SpanStyle.Bold, IsQuoted: true),
            new Span(words.Format("Feedback_Line", count.Up, count.Down)),
        ])));
        blocks.Add(new FooterBlock(words.Format("Feedback_Foot", words.Count("Articles", counts.Count), counts.Sum(count => count.Up), counts.Sum(count => count.Down))));
        return Answer.Of(blocks).ForAsker();
    }
}
