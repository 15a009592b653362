using System.Globalization;
using CsCheck;
using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>What holds for every message, however strange its texts.</summary>
public sealed class TelegramRendererProperties
{
    private static readonly string[] Characters =
    [
        "a", "b", "Z", "é", "e\u0301", " ", " ", "\n", ". ", "! ", "😀", "👨‍👩‍👧‍👦", "🇮🇩", "한", "ع", "@ab", "tg://x", "<b>", "&lt;",
        "\u202E", "\0", "\uD83D", "\uDE00", "\u200B", "0",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Characters.Length - 1].Select(index => Characters[index]).Array[0, 60].Select(string.Concat);
    private static readonly Gen<string> LongText = Gen.Select(Text, Gen.Int[1, 150]).Select((text, times) => string.Concat(Enumerable.Repeat(text, times)));
    private static readonly Gen<string> AnyText = Gen.Frequency((6, Text), (1, LongText));
    private static readonly Gen<Span> AnySpan =
        Gen.Select(AnyText, Gen.Enum<SpanStyle>(), Gen.Bool)
            .Select((text, style, linked) => new Span(text, style, linked ? new Uri("https://example.org/x") : null));

    private static readonly Gen<Block> AnyBlock = Gen.OneOf<Block>(
        Text.Select(Block (text) => new TitleBlock(text, new Uri("https://example.org"))),
        AnySpan.Array[0, 120].Select(Block (spans) => new TextBlock(spans)),
        Gen.Select(Gen.Int[0, 99], Text, AnyText.Array[0, 8]).Select(Block (number, heading, sentences) => new SectionBlock(number, heading, sentences)),
        AnySpan.Array[0, 4].Select(Block (spans) => new ItemBlock("•", spans)),
        Text.Select(Block (text) => new FooterBlock(text)));

    private static readonly Gen<Message> AnyMessage = AnyBlock.Array[0, 12].Select(blocks => new Message(blocks));

    [Fact]
    public void Every_part_is_within_the_limits() => AnyMessage.Sample(message =>
        TelegramRenderer.Render(message).All(part => part.Text.Length is > 0 and <= 4096 && (part.Entities?.Count ?? 0) <= 100), iter: 150);

    [Fact]
    public void Every_entity_lies_within_its_text_and_cuts_no_character() => AnyMessage.Sample(message =>
        TelegramRenderer.Render(message).All(part => (part.Entities ?? []).All(entity =>
            entity is { Offset: >= 0, Length: > 0 } && entity.Offset + entity.Length <= part.Text.Length &&
            IsWhole(part.Text, entity.Offset) && IsWhole(part.Text, entity.Offset + entity.Length))), iter: 150);

    [Fact]
    public void No_part_begins_or_ends_within_a_character() => AnyMessage.Sample(message =>
        TelegramRenderer.Render(message).All(part =>
            !char.IsLowSurrogate(part.Text[0]) && !char.IsHighSurrogate(part.Text[^1]) &&
            StringInfo.GetNextTextElement(part.Text) is not ['\u200D' or '\u0301', ..]), iter: 150);

    [Fact]
    public void Nothing_is_lost_but_white_space() => AnyMessage.Sample(message =>
    {
        var parts = TelegramRenderer.Render(message);
        var shown = string.Concat(parts.Select((part, index) => parts.Count == 1 ? part.Text : part.Text[..^$"({index + 1}/{parts.Count})".Length]));
        return Squeezed(shown) == Squeezed(InertText.Clean(string.Join('\n', message.Blocks.Select(Said))));
    }, iter: 150);

    [Fact]
    public void Rendering_is_pure() => AnyMessage.Sample(message =>
        TelegramRenderer.Render(message).Select(part => part.Write()).SequenceEqual(TelegramRenderer.Render(message).Select(part => part.Write())), iter: 50);

    private static bool IsWhole(string text, int at) => at == 0 || at == text.Length || !(char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]));

    private static string Said(Block block) => block switch
    {
        TitleBlock title => title.Text,
        TextBlock text => Joined(text.Spans),
        SectionBlock section => (section.Label.Length > 0 ? section.Label + " " : "") + string.Join(' ', section.Sentences),
        ItemBlock item => item.Marker + ' ' + Joined(item.Spans),
        FooterBlock footer => footer.Text,
        _ => throw new ArgumentException("unknown block", nameof(block)),
    };

    // A surrogate that ends one text and one that begins the next are no pair: each is replaced.
    private static string Joined(IReadOnlyList<Span> spans) => string.Join(' ', spans.Select(span => span.Text));

    // A middle dot parts sentences without an end, and none of the characters is one.
    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character != '·'));
}
