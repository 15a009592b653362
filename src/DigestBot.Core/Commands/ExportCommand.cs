using System.Text;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;
using DigestBot.Subscriptions.Transfer;

namespace DigestBot.Commands;

/// <summary>Gives what the chat has chosen as a file, or as texts, that <see cref="ImportCommand"/> takes on any platform.</summary>
internal sealed class ExportCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    private const string FileName = "digestbot.json";

    public CommandInfo Info { get; } = new("export", ["ekspor"], CommandAccess.Manager, []);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        var files = ChatFileWriter.Write(context.Settings, subscriptions, library.Current);
        List<Block> blocks = [context.Words.Paragraph("Export_Done")];
        if (files.Count > 1)
            blocks.Add(context.Words.Paragraph("Export_Several", files.Count));
        blocks.AddRange(files.Select(file => new TextBlock([new Span(file, SpanStyle.Code)])));
        return Answer.Of(blocks).ForAsker() with { File = FileOf(ChatFileWriter.WriteWhole(context.Settings, subscriptions, library.Current), context.Words) };
    }

    /// <summary>Null where it would be more than is taken in.</summary>
    private static AnswerFile? FileOf(string json, Words words) => Encoding.UTF8.GetByteCount(json) <= ChatFileReader.LongestText
        ? new AnswerFile(FileName, json, new Message([words.Paragraph("Export_File")]))
        : null;
}
