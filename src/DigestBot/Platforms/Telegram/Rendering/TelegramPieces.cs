using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>The smallest stretch of text that stays together where it can, and what joins it to the one before.</summary>
internal sealed record TelegramPiece(string Joint, TelegramText Text)
{
    public const string BetweenBlocks = "\n\n";
    public const string BetweenLines = "\n";

    public bool BeginsBlock => Joint == BetweenBlocks;
}

/// <summary>Lays blocks out as pieces.</summary>
internal static class TelegramPieces
{
    public static IReadOnlyList<TelegramPiece> Of(Message message)
    {
        var pieces = new List<TelegramPiece>();
        TelegramText? title = null;
        Block? before = null;
        foreach (var block in message.Blocks)
        {
            foreach (var piece in Of(block, before).Where(piece => piece.Text.Length > 0))
            {
                // A title never stands alone at the end of a part.
                pieces.Add(title is null ? piece : NewBlock(title.Append(TelegramPiece.BetweenBlocks, piece.Text)));
                title = null;
            }

            if (block is TitleBlock words)
            {
                var heading = Title(words);
                title = title is null ? heading : title.Append(TelegramPiece.BetweenBlocks, heading);
            }

            before = block;
        }

        if (title is not null)
            pieces.Add(NewBlock(title));
        return pieces;
    }

    private static TelegramPiece NewBlock(TelegramText text) => new(TelegramPiece.BetweenBlocks, text);

    private static IEnumerable<TelegramPiece> Of(Block block, Block? before) => block switch
    {
        TitleBlock => [],
        TextBlock text => [NewBlock(Spans(new TelegramText(), text.Spans))],
        ItemBlock item => [new(
            before is ItemBlock ? TelegramPiece.BetweenLines : TelegramPiece.BetweenBlocks,
            Spans(new TelegramText().Append(InertText.CleanLine(item.Marker) + " "), item.Spans))],
        FooterBlock footer => [NewBlock(new TelegramText().AppendQuoted(InertText.CleanLine(footer.Text), TelegramStyle.Italic))],
        SectionBlock section => OfSection(section),
        _ => throw new ArgumentException($"no form for {block.GetType().Name}", nameof(block)),
    };

    private static TelegramText Title(TitleBlock title) => title.IsQuoted
        ? new TelegramText().AppendQuoted(InertText.CleanLine(title.Text), TelegramStyle.Bold, title.Link)
        : new TelegramText().Append(InertText.CleanLine(title.Text), TelegramStyle.Bold, title.Link);

    private static IEnumerable<TelegramPiece> OfSection(SectionBlock section)
    {
        var sentences = section.Sentences.Select(InertText.CleanLine).Where(sentence => sentence.Length > 0).ToArray();
        var first = new TelegramText();
        if (section.Heading.Length > 0)
            first.AppendQuoted(InertText.CleanLine(section.Label), TelegramStyle.Bold);
        if (sentences is [var opening, ..])
            first.Append(TelegramPiece.BetweenLines, new TelegramText().AppendQuoted(opening));

        yield return NewBlock(first);
        for (var at = 1; at < sentences.Length; at++)
            yield return new TelegramPiece(SentenceJoint.After(sentences[at - 1]), new TelegramText().AppendQuoted(sentences[at]));
    }

    private static TelegramText Spans(TelegramText text, IReadOnlyList<Span> spans)
    {
        foreach (var span in spans)
        {
            var style = span.Style switch
            {
                SpanStyle.Bold => TelegramStyle.Bold,
                SpanStyle.Italic => TelegramStyle.Italic,
                SpanStyle.Code => TelegramStyle.Code,
                _ => TelegramStyle.Plain,
            };
            if (span.IsQuoted)
                text.AppendQuoted(InertText.Clean(span.Text), style);
            else
                text.Append(InertText.Clean(span.Text), style, span.Link);
        }

        return text.Slice(0, text.Length);
    }
}
