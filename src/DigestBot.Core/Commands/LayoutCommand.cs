using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>
/// Shows or sets what digests show in the chat, and in which order: parts by name, <c>layout judul tanggal ringkasan</c>, what
/// changes, <c>layout -votes</c>, or <c>layout default</c>.
/// </summary>
internal sealed class LayoutCommand(Looks looks, SubscriptionBook book) : IChatCommand
{
    private const int RowLength = 3;

    private static readonly string[] Usual = ["default", "standard", "bawaan", "standar", "semula"];

    public CommandInfo Info { get; } = new("layout", ["tampilan"], CommandAccess.Manager, [new("parts", "isi", Required: false)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (settings, words) = (context.Settings, context.Words);
        if (context.Arguments.Length == 0)
            return Answered(settings, await book.ListAsync(context.Chat, cancellationToken), words);

        if (!Usual.Contains(context.Arguments, StringComparer.OrdinalIgnoreCase))
        {
            var text = LayoutText.Read(context.Arguments, looks.For(settings.Layout).Layout);
            if (text.Layout is null)
                return NotTaken(text, words);

            settings = settings with { Layout = text.Layout };
        }
        else
        {
            settings = settings with { Layout = null };
        }

        return Answered(settings, await book.ChangeAsync(settings, cancellationToken), words) with { Replaces = context.Request.IsButton };
    }

    /// <summary>A layout in a line.</summary>
    public static string Shown(Layout layout, Words words) => words.Format("Layout_Now", LayoutNames.List(layout.Parts, words));

    private Answer Answered(ChatSettings settings, IReadOnlyList<Subscription> subscriptions, Words words)
    {
        var layout = looks.For(settings.Layout).Layout;
        IEnumerable<IReadOnlyList<Button>> parts = Enum.GetValues<LayoutPart>().Select(part => Turn(part, layout, words)).Chunk(RowLength);
        return Answer.Of(new TextBlock([new Span(Shown(layout, words))]), words.Paragraph("Layout_Usage"), NextDigest.Line(subscriptions, settings, words))
            .With(parts.Append([new Button(words["Button_LayoutDefault"], "layout default"), new Button(words["Button_LayoutTry"], "digest")]));
    }

    private static Button Turn(LayoutPart part, Layout layout, Words words)
    {
        var isShown = layout.Shows(part);
        return new Button((isShown ? "✓ " : "") + LayoutNames.Of(part, words), (isShown ? "layout -" : "layout +") + LayoutNames.Of(part, words));
    }

    private static Answer NotTaken(LayoutText text, Words words) => Answer.Of(
        text.Unknown.Length > 0
            ? words.Paragraph("Layout_NotUnderstood", Labels.Echo(text.Unknown), LayoutNames.All(words))
            : words.Paragraph("Layout_Empty")).ForAsker();
}
