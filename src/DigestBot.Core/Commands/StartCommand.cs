using DigestBot.Articles;
using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>Says hello and what to do first.</summary>
internal sealed class StartCommand(ArticleLibrary library) : IChatCommand
{
    public CommandInfo Info { get; } = new("start", ["mulai"], CommandAccess.Anyone, []);

    public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
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
        return Task.FromResult(answer.With(
            [new Button(words["Button_Articles"], "articles"), new Button(words["Button_Subscribe"], "subscribe")],
            [new Button(words["Button_Help"], "help"), new Button(other["Language_Name"], $"language {other.Language}")]));
    }
}
