using System.Text;
using CsCheck;
using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>Whatever a message holds, Discord takes each part of it and nothing is lost.</summary>
public sealed class DiscordRendererProperties
{
    private static readonly string[] Odd =
        ["@everyone", "<@123456789012345678>", "[a](https://b.example)", "discord.gg/abc", "||x||", "\\", "```", "# ", "> ", "- ", "1. ", "👨‍👩‍👧", "é", "\u0000", "\uD800", "_a_", "<t:1:R>", "\n"];

    private static readonly Gen<string> Words = Gen.OneOf(Gen.Int[0, Odd.Length - 1].Select(index => Odd[index]), Gen.Char['a', 'z'].Array[1, 9].Select(letters => new string(letters)));

    private static readonly Gen<Block> Blocks = Gen.OneOf<Block>(
        Text(60).Select(Block (text) => new TitleBlock(text, new Uri("https://example.com/one"), "laut")),
        Text(900).Select(Block (text) => new TextBlock([new Span(text), new Span("akhir", SpanStyle.Bold)])),
        Gen.Select(Text(200), Text(300), Gen.Int[0, 3000]).Select(Block (text, linked, length) => new TextBlock(
            [new Span(text), new Span(linked, SpanStyle.Plain, new Uri("https://example.com/" + new string('a', length)))])),
        Gen.Select(Gen.Int[0, 40], Text(40), Text(90).Array[0, 6]).Select(Block (number, heading, sentences) => new SectionBlock(number, heading, sentences)),
        Text(30).Select(Block (text) => new ItemBlock("3.", [new Span(text, SpanStyle.Italic)])),
        Text(300).Select(Block (text) => new FooterBlock(text)));

    private static readonly Gen<Message> Messages = Gen.Select(Blocks.Array[1, 20], Gen.Int[0, 60]).Select((blocks, buttons) =>
        new Message(blocks) { Buttons = [.. Enumerable.Range(0, buttons).Select(i => new Button($"{i}", "section 1f0c2a9b 4")).Chunk(7)] });

    [Fact]
    public void Every_part_keeps_every_limit() => Messages.Sample(message => DiscordRenderer.Render(message).All(Fits), iter: 80);

    [Fact]
    public void Nothing_that_is_said_is_lost() => Messages.Sample(
        message =>
        {
            var shown = string.Concat(DiscordRenderer.Render(message).Select(Shown));
            return message.Blocks.OfType<SectionBlock>().SelectMany(block => block.Sentences)
                .Concat(message.Blocks.OfType<TextBlock>().Select(block => block.Spans[0].Text))
                .All(said => Letters(shown).Contains(Letters(said), StringComparison.Ordinal));
        },
        iter: 80);

    [Fact]
    public void The_same_message_is_rendered_the_same() => Messages.Sample(
        message => DiscordRenderer.Render(message).Select(part => part.Write()).SequenceEqual(DiscordRenderer.Render(message).Select(part => part.Write())), iter: 30);

    [Fact]
    public void A_part_is_read_as_it_was_written() =>
        Messages.Sample(message => DiscordRenderer.Render(message).All(part => DiscordPart.TryRead(part.Write())!.Write() == part.Write()), iter: 40);

    private static Gen<string> Text(int most) => Words.Array[1, most].Select(words => string.Join(' ', words));

    private static bool Fits(DiscordPart part)
    {
        var embeds = part.Embeds ?? [];
        Assert.True(part.Content is not null || embeds.Count > 0, "an empty message");
        Assert.InRange(part.Content?.Length ?? 1, 1, 2000);
        Assert.InRange(embeds.Count, 0, 10);
        Assert.InRange(embeds.Sum(Size), 0, 6000);
        Assert.All(embeds, Fits);
        Assert.Equal(embeds.Count(embed => embed.Url is not null), embeds.Where(embed => embed.Url is not null).DistinctBy(embed => embed.Url).Count());
        Assert.InRange(part.Components?.Count ?? 0, 0, 5);
        Assert.All(part.Components ?? [], Fits);
        var ids = (part.Components ?? []).SelectMany(row => row.Components).Select(component => component.CustomId).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        return true;
    }

    private static void Fits(DiscordEmbed embed)
    {
        Assert.True(Size(embed) > 0, "an empty embed");
        Assert.InRange(embed.Title?.Length ?? 1, 1, 256);
        Assert.InRange(embed.Description?.Length ?? 1, 1, 4096);
        Assert.InRange(embed.Footer?.Text.Length ?? 1, 1, 2048);
        Assert.InRange(embed.Fields?.Count ?? 1, 1, 25);
        Assert.All(embed.Fields ?? [], field => Assert.True(field.Name.Length is > 0 and <= 256 && field.Value.Length is > 0 and <= 1024));
    }

    private static void Fits(ActionRow row)
    {
        Assert.InRange(row.Components.Count, 1, 5);
        Assert.All(row.Components, component =>
        {
            Assert.InRange(component.CustomId.Length, 1, 100);
            Assert.InRange(component.Label?.Length ?? 1, 1, 80);
            Assert.InRange(component.Options?.Count ?? 1, 1, 25);
            Assert.All(component.Options ?? [], option => Assert.True(option.Label.Length is > 0 and <= 100 && option.Value.Length is > 0 and <= 100));
        });
    }

    private static int Size(DiscordEmbed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0) + (embed.Fields?.Sum(field => field.Name.Length + field.Value.Length) ?? 0);

    private static string Shown(DiscordPart part) =>
        part.Content + string.Concat((part.Embeds ?? []).Select(embed => embed.Title + embed.Description + string.Concat((embed.Fields ?? []).Select(field => field.Name + field.Value))));

    /// <summary>Letters and digits alone: what is read, without the marks that make it inert.</summary>
    private static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit));
}
