using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>Lists the commands, or explains one with its examples.</summary>
internal sealed class HelpCommand : IChatCommand
{
    public CommandInfo Info { get; } = new("help", ["bantuan"], CommandAccess.Anyone, [new("command", "perintah", Required: false)]);

    public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Arguments.TrimStart('/');
        var info = context.Commands.FirstOrDefault(info => info.IsCalled(wanted));
        return Task.FromResult(
            info is not null ? One(info, context.Words).ForAsker()
            : wanted.Length == 0 ? All(context).ForAsker()
            : UnknownCommand.Answer(wanted, context.Commands, context.Words, nearest => ($"{Info.Name} {nearest.Name}", Info.Name)));
    }

    private Answer All(CommandContext context)
    {
        var words = context.Words;
        var items = context.Commands.Select(info =>
            new ItemBlock("•", [new Span($"/{info.NameIn(words)}"), new Span($" — {info.SummaryIn(words)}")]));
        return Answer.Of([new TitleBlock(words["Help_Title"]), .. items, words.Paragraph("Help_More", Info.NameIn(words))]);
    }

    private static Answer One(CommandInfo info, Words words)
    {
        var name = info.NameIn(words);
        List<Block> blocks = [new TitleBlock($"/{name}"), new TextBlock([new Span(info.SummaryIn(words))])];
        blocks.Add(words.Paragraph("Help_Examples"));
        blocks.AddRange(info.ExamplesIn(words).Select(example => new ItemBlock("•", [new Span($"/{example}", SpanStyle.Code)])));
        var others = info.Aliases.Prepend(info.Name).Where(other => other != name).Select(other => $"/{other}").ToArray();
        if (others.Length > 0)
            blocks.Add(new FooterBlock(words.Format("Help_OtherNames", string.Join(", ", others))));
        return Answer.Of(blocks);
    }
}
