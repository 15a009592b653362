using DigestBot.Chats;

namespace DigestBot.Support;

/// <summary>A message as a reader of plain text sees it, one block a line.</summary>
internal static class PlainText
{
    public static string Of(Message message) => string.Join('\n', message.Blocks.Select(Of));

    private static string Of(Block block) => block switch
    {
        TitleBlock title => title.Text,
        TextBlock text => Of(text.Spans),
        SectionBlock section => string.Join(' ', [$"{section.Number}.", section.Heading, .. section.Sentences]),
        ItemBlock item => $"{item.Marker} {Of(item.Spans)}",
        FooterBlock footer => footer.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Of(IEnumerable<Span> spans) => string.Concat(spans.Select(span => span.Text));
}
