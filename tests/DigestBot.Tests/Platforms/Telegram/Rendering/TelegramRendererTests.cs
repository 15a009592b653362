using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Rendering;

public sealed class TelegramRendererTests
{
    [Fact]
    public void A_digest_reads_as_people_expect_it()
    {
        var part = Assert.Single(TelegramRenderer.Render(new Message(
        [
            new TitleBlock("Pyongyang", new Uri("https://example.org/p")),
            new SectionBlock(0, "", ["Kalimat pembuka."]),
            new SectionBlock(4, "Kerja Sama", ["Satu.", "Dua", "Tiga."]),
            new ItemBlock("•", [new Span("satu")]),
            new ItemBlock("•", [new Span("dua", SpanStyle.Code)]),
            new FooterBlock("24 Nov"),
        ])));

        Assert.Equal("Pyongyang\n\nKalimat pembuka.\n\n4. Kerja Sama\nSatu. Dua · Tiga.\n\n• satu\n• dua\n\n24 Nov", part.Text);
        Assert.Equal(
            [
                ("Pyongyang", TelegramStyle.Link), ("Pyongyang", TelegramStyle.Bold), ("4. Kerja Sama", TelegramStyle.Bold), ("dua", TelegramStyle.Code),
                ("24 Nov", TelegramStyle.Italic),
            ],
            part.Entities!.Select(entity => (part.Text.Substring(entity.Offset, entity.Length), entity.Style)));
    }

    [Fact]
    public void A_part_is_read_back_as_it_was_written()
    {
        var part = Assert.Single(TelegramRenderer.Render(new Message([new TitleBlock("Judul 🇮🇩 & <b>", new Uri("http://example.org/ä"))])
        {
            Buttons = [[new Button("Buka", "section 1f0c2a9b 4")]],
            Silent = true,
            Pin = true,
        }));

        var read = TelegramPart.TryRead(part.Write())!;
        Assert.Equal(part.Write(), read.Write());
        Assert.Equal((part.Text, true, true), (read.Text, read.Silent, read.Pin));
        Assert.Equal(part.Entities, read.Entities);
        Assert.Equal(part.Buttons![0], read.Buttons![0]);
    }

    [Fact]
    public void A_long_digest_is_split_between_sections_and_its_parts_are_numbered()
    {
        var sections = Enumerable.Range(1, 12)
            .Select(number => new SectionBlock(number, $"Bagian {number}", [new string('a', 300) + ".", new string('b', 500) + "."]));
        var parts = TelegramRenderer.Render(new Message([new TitleBlock("Judul"), .. sections]) { Buttons = [[new Button("Lagi", "next")]] });

        Assert.Equal(3, parts.Count);
        Assert.All(parts, part => Assert.Matches(@"^(Judul|\d+\. Bagian)[\s\S]*b\.\n\n\(\d/3\)$", part.Text));
        Assert.Equal([false, false, true], parts.Select(part => part.Buttons is not null));
        Assert.Equal([false, true, true], parts.Select(part => part.Silent));
    }

    [Fact]
    public void A_title_never_stands_alone_at_the_end_of_a_part()
    {
        var parts = TelegramRenderer.Render(new Message(
        [
            new TextBlock([new Span(new string('x', 4000))]), new TitleBlock("Artikel kedua"), new SectionBlock(1, "Awal", [new string('y', 200)]),
        ]));

        Assert.StartsWith("Artikel kedua\n\n1. Awal\n", parts[1].Text);
    }

    [Fact]
    public void A_long_section_is_split_between_sentences()
    {
        var sentence = new string('k', 990) + " akhir.";
        var parts = TelegramRenderer.Render(new Message([new SectionBlock(1, "Panjang", [sentence, sentence, sentence, sentence, sentence])]));

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Contains("akhir.\n\n(", part.Text));
    }

    [Fact]
    public void A_long_paragraph_is_split_after_a_sentence_and_a_long_word_between_characters()
    {
        var text = string.Concat(Enumerable.Repeat("Ini kalimat yang biasa saja. ", 200));
        Assert.All(TelegramRenderer.Render(Message.OfText(text)), part => Assert.Contains("saja.\n\n(", part.Text));

        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 1000));
        var parts = TelegramRenderer.Render(Message.OfText(family));
        Assert.All(parts, part => Assert.Equal(0, part.Text.Split('\n')[0].Length % "👨‍👩‍👧‍👦".Length));
    }

    [Fact]
    public void A_message_with_many_styles_is_split_before_the_hundred_and_first()
    {
        var spans = Enumerable.Range(0, 250).Select(number => new Span($"k{number} ", SpanStyle.Code)).ToArray();
        var parts = TelegramRenderer.Render(new Message([new TextBlock(spans)]));

        Assert.All(parts, part => Assert.True(part.Entities!.Count <= 100));
        Assert.Equal(250, parts.Sum(part => part.Entities!.Count));
    }

    [Fact]
    public void Markup_mentions_and_app_links_in_an_article_stay_inert()
    {
        var part = Assert.Single(TelegramRenderer.Render(new Message(
        [
            new TitleBlock("<script>@admin", new Uri("javascript:alert(1)")),
            new SectionBlock(1, "x\u202Egnp.exe", ["Buka tg://user?id=1 [x](javascript:y) @everyone, a@b.id &amp; **tebal**\r\n\u0007baris"]),
        ])));

        Assert.Equal("<script>@admin\n\n1. xgnp.exe\nBuka tg://user?id=1 [x](javascript:y) @everyone, a@b.id &amp; **tebal** baris", part.Text);
        var fixedWidth = part.Entities!.Where(entity => entity.Style == TelegramStyle.Code).Select(entity => part.Text.Substring(entity.Offset, entity.Length));
        Assert.Equal(["@admin", "tg://user?id=1", "@everyone"], fixedWidth);
        Assert.DoesNotContain(part.Entities!, entity => entity.Style == TelegramStyle.Link);
    }

    [Fact]
    public void A_command_in_an_article_is_none_and_one_in_the_bots_own_words_can_be_tapped()
    {
        var part = Assert.Single(TelegramRenderer.Render(new Message(
        [
            new SectionBlock(1, "Ketik /stop", ["Kirim /berhenti@bot sekarang.", "Harga 1/kg, dan/atau https://x.id/lupakan."]),
            new TextBlock([new Span("Kata artikel: /lupakan", IsQuoted: true)]),
            new TextBlock([new Span("Kata bot: /bantuan")]),
            new TitleBlock("Judul /akhiri", IsQuoted: true),
            new FooterBlock("Topik /hapus"),
            new TitleBlock("/mulai"),
        ])));

        var fixedWidth = part.Entities!.Where(entity => entity.Style == TelegramStyle.Code).Select(entity => part.Text.Substring(entity.Offset, entity.Length));
        Assert.Equal(["/stop", "/berhenti@bot", "/lupakan", "/akhiri", "/hapus"], fixedWidth);
    }

    [Theory]
    [InlineData("Hubungi \uFF3F@admin.", "@admin")]
    [InlineData("Ketik \u203F/lupakan sekarang.", "/lupakan")]
    [InlineData("Ketik /\u030Alupakan sekarang.", "/lupakan")]
    [InlineData("Buka xtg://join?invite=a sekarang.", "tg://join?invite=a")]
    [InlineData("Tulis a@b.id, dan/atau satu/lima.", null)]
    public void What_Telegram_takes_for_the_edge_of_a_word_hides_nothing_live(string sentence, string? live)
    {
        var part = Assert.Single(TelegramRenderer.Render(new Message([new SectionBlock(1, "Satu", [sentence])])));

        var fixedWidth = part.Entities!.Where(entity => entity.Style == TelegramStyle.Code).Select(entity => part.Text.Substring(entity.Offset, entity.Length));
        Assert.Equal(live is null ? [] : [live], fixedWidth);
    }

    [Fact]
    public void A_label_is_shortened_between_characters()
    {
        var flags = string.Concat(Enumerable.Repeat("🇮🇩", 30));
        var part = Assert.Single(TelegramRenderer.Render(Message.OfText("x") with { Buttons = [[new Button(flags, "help")]] }));

        Assert.Equal(string.Concat(Enumerable.Repeat("🇮🇩", 9)) + "…", part.Buttons![0][0].Label);
    }

    [Fact]
    public void An_action_that_is_too_long_is_a_fault_of_its_command() =>
        Assert.Throws<ArgumentException>(() => TelegramRenderer.Render(Message.OfText("x") with { Buttons = [[new Button("x", new string('a', 49))]] }));

    [Fact]
    public void Nothing_to_say_is_no_part() => Assert.Empty(TelegramRenderer.Render(new Message([new TextBlock([new Span(" \n ")])])));
}
