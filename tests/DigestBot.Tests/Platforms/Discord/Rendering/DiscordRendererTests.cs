using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

public sealed class DiscordRendererTests
{
    private static readonly Uri Source = new("https://example.com/laut");

    [Fact]
    public void An_article_is_an_embed_with_its_link_colour_lead_sections_and_small_print()
    {
        var part = Only(new Message(
        [
            new TitleBlock("Pelabuhan Baru", Source, "laut"),
            new SectionBlock(0, "", ["Pelabuhan itu dibuka."]),
            new SectionBlock(1, "Latar Belakang", ["Yang lama penuh.", "Kapal menunggu."]),
            new SectionBlock(2, "Dampak", ["Bakau dijaga."]),
            new FooterBlock("20 Nov 2026 · 2 menit"),
        ]));

        var embed = Assert.Single(part.Embeds!);
        Assert.Equal(("Pelabuhan Baru", Source.AbsoluteUri, "Pelabuhan itu dibuka."), (embed.Title, embed.Url, embed.Description));
        Assert.Equal([new EmbedField("1\\. Latar Belakang", "Yang lama penuh. Kapal menunggu."), new EmbedField("2\\. Dampak", "Bakau dijaga.")], embed.Fields!);
        Assert.Equal("20 Nov 2026 · 2 menit", embed.Footer!.Text);
        Assert.Equal(TopicColour.Of("laut"), embed.Color);
        Assert.Null(part.Content);
    }

    [Fact]
    public void Items_without_an_end_are_parted_in_a_field_and_in_a_description()
    {
        string[] items = ["Rusa timor", "Jalak bali", "Keduanya langka."];
        var embed = Assert.Single(Only(new Message([new TitleBlock("Satwa"), new SectionBlock(0, "", items), new SectionBlock(1, "Daftar", items)])).Embeds!);

        Assert.Equal("Rusa timor · Jalak bali · Keduanya langka.", embed.Description);
        Assert.Equal("Rusa timor · Jalak bali · Keduanya langka.", Assert.Single(embed.Fields!).Value);
    }

    [Fact]
    public void What_stands_before_the_first_title_is_the_text_of_the_message()
    {
        var part = Only(new Message([new TextBlock([new Span("Terlambat", SpanStyle.Italic)]), new TitleBlock("Satu"), new TextBlock([new Span("Isi")])]));

        Assert.Equal("*Terlambat*", part.Content);
        Assert.Equal("Isi", Assert.Single(part.Embeds!).Description);
    }

    [Fact]
    public void A_message_without_a_title_is_text_whose_links_get_no_preview()
    {
        var part = Only(Message.OfText("Satu", "Dua"));

        Assert.Equal("Satu\n\nDua", part.Content);
        Assert.Equal(DiscordPart.NoPreviews, part.Flags);
        Assert.Null(part.Embeds);
    }

    [Fact]
    public void A_section_too_long_for_a_field_stands_in_a_description()
    {
        var part = Only(new Message([new TitleBlock("Judul"), new SectionBlock(4, "Panjang", [new string('a', 900), new string('b', 900)])]));

        Assert.StartsWith("**4\\. Panjang**\naaa", Assert.Single(part.Embeds!).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_digest_is_split_between_sections_and_the_buttons_stand_under_the_last_part()
    {
        var sections = Enumerable.Range(1, 12).Select(i => new SectionBlock(i, $"Bagian {i}", [$"Kalimat {i} " + new string('a', 900) + "."]));
        var parts = DiscordRenderer.Render(new Message([new TitleBlock("Judul", Source, "laut"), .. sections, new FooterBlock("akhir")])
        {
            Buttons = [[new Button("1", "section 1f0c2a9b 1")]],
        });

        Assert.Equal(2, parts.Count);
        Assert.Equal([null, 1], parts.Select(part => part.Components?.Count));
        Assert.Equal(12, parts.SelectMany(part => part.Embeds!).SelectMany(embed => embed.Fields!).Count());
        Assert.All(parts.SelectMany(part => part.Embeds!), embed => Assert.Equal(TopicColour.Of("laut"), embed.Color));
        Assert.Equal("akhir", parts[^1].Embeds![^1].Footer!.Text);
    }

    [Fact]
    public void Two_articles_from_one_page_are_both_shown()
    {
        var part = Only(new Message(
            [new TitleBlock("Satu", Source), new TextBlock([new Span("a")]), new TitleBlock("Dua", Source), new TextBlock([new Span("b")])]));

        Assert.Equal([Source.AbsoluteUri, null], part.Embeds!.Select(embed => embed.Url));
    }

    [Fact]
    public void A_full_text_stands_under_its_heading_in_one_piece()
    {
        var part = Only(new Message([new TitleBlock("Judul"), new SectionBlock(2, "Isi", ["Satu."]), new TextBlock([new Span("Dua.")]), new FooterBlock("2/3")]));

        Assert.Equal("**2\\. Isi**\nSatu.\n\nDua.", Assert.Single(part.Embeds!).Description);
    }

    [Fact]
    public void Up_to_five_numbers_are_buttons_and_more_are_a_menu_of_headings()
    {
        var few = Only(Sections(5)).Components!;
        var many = Only(Sections(12)).Components!;

        Assert.Equal(["1", "2", "3", "4", "5"], Assert.Single(few).Components.Select(button => button.Label));
        var menu = Assert.Single(Assert.Single(many).Components);
        Assert.Equal((3, 12), (menu.Type, menu.Options!.Count));
        Assert.Equal("7. Bagian 7", menu.Options[6].Label);
        Assert.Equal("section 1f0c2a9b 7", ActionRows.TryRead(menu.Options[6].Value));
    }

    [Fact]
    public void What_would_be_a_sixth_row_is_a_menu()
    {
        var rows = Only(Message.OfText("Pilih") with { Buttons = [.. Enumerable.Range(0, 10).Select(i => new[] { new Button($"Pilihan {i}", $"digest {i}") })] }).Components!;

        Assert.Equal([2, 2, 2, 2, 3], rows.Select(row => row.Components[0].Type));
        Assert.Equal(["Pilihan 4", "Pilihan 5", "Pilihan 6", "Pilihan 7", "Pilihan 8", "Pilihan 9"], rows[^1].Components[0].Options!.Select(option => option.Label));
    }

    [Theory]
    [InlineData("0 section 1f0c2a9b 4", "section 1f0c2a9b 4")]
    [InlineData("12 articles", "articles")]
    [InlineData("menu-0", null)]
    [InlineData("section 4", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_what_a_button_of_this_bot_carries_is_a_command(string? carried, string? line) => Assert.Equal(line, ActionRows.TryRead(carried));

    [Fact]
    public void A_silent_message_makes_no_sound() =>
        Assert.Equal(DiscordPart.NoPreviews | DiscordPart.Silent, Only(Message.OfText("sst") with { Silent = true }).Flags);

    private static Message Sections(int count) => new([new TitleBlock("Judul"), .. Enumerable.Range(1, count).Select(i => new SectionBlock(i, $"Bagian {i}", ["Ya."]))])
    {
        Buttons = [.. Enumerable.Range(1, count).Select(i => new Button($"{i}", $"section 1f0c2a9b {i}")).Chunk(5)],
    };

    private static DiscordPart Only(Message message) => Assert.Single(DiscordRenderer.Render(message));
}
