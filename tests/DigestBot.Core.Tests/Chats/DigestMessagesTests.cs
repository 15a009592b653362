using DigestBot.Articles;
using DigestBot.Digests;
using DigestBot.Support;

namespace DigestBot.Chats;

public sealed class DigestMessagesTests
{
    private static readonly Digest Pyongyang = Of(SmallArticles.Pyongyang);
    private static readonly Digest Coffee = Of(SmallArticles.Coffee);

    [Fact]
    public void A_title_carries_its_link_and_topic()
    {
        var title = Assert.IsType<TitleBlock>(DigestMessages.ForArticle(Coffee, Words.Indonesian).Blocks[0]);

        Assert.Equal(new TitleBlock("Kopi Gayo", new Uri("https://example.org/sains/kopi"), "sains", IsQuoted: true), title);
    }

    [Theory]
    [InlineData("id", "Terlambat: jadwal Sel 24 Nov 07:00\nKopi Gayo\n")]
    [InlineData("en", "Late: scheduled for Tue 24 Nov 07:00\nKopi Gayo\n")]
    public void A_late_post_says_when_it_should_have_come(string language, string begin) =>
        Assert.StartsWith(begin, Text(Post(Coffee) with { LateFor = "2026-11-24T07:00" }, language));

    [Theory]
    [InlineData("id", "Lanjut setelah jeda:")]
    [InlineData("en", "Back from the pause:")]
    public void The_first_post_after_a_pause_says_so(string language, string begin) =>
        Assert.StartsWith(begin, Text(Post(Coffee) with { AfterPause = true }, language));

    [Theory]
    [InlineData("id", "Diperbarui: 2 dari 4 bagian")]
    [InlineData("en", "Updated: 2 of 4 sections")]
    public void An_update_shows_only_what_changed_and_says_how_much_that_is(string language, string label)
    {
        var text = Text(new DigestPost([new PostedArticle(Pyongyang, [1, 3], IsUpdate: true)], []), language);

        Assert.Contains($"Pertemuan Putin dan Kim\n{label}\n1. Latar Belakang Kalimat 1 tentang Latar Belakang.\n3. Kerjasama Militer", text);
        Assert.DoesNotContain("2. Kerjasama Ekonomi", text);
    }

    [Fact]
    public void An_update_has_a_button_for_all_sections()
    {
        var message = DigestMessages.ForPost(new DigestPost([new PostedArticle(Pyongyang, [1, 3], IsUpdate: true)], []), Words.Indonesian);

        Assert.Equal(["1", "3", "Daftar bagian", "👍", "👎"], message.Buttons.SelectMany(row => row).Select(button => button.Label));
    }

    [Theory]
    [InlineData(0, "1/5 ▓▓░░░░░░░░ · 20 Nov 2026 · 1 menit baca")]
    [InlineData(2, "3/5 ▓▓▓▓▓▓░░░░ · 20 Nov 2026 · 1 menit baca")]
    [InlineData(4, "5/5 ▓▓▓▓▓▓▓▓▓▓ · 20 Nov 2026 · 1 menit baca")]
    public void A_serial_shows_how_far_it_is(int unit, string foot) => Assert.EndsWith("\n" + foot, Text(Serial(unit), "id"));

    [Fact]
    public void A_serial_begins_with_the_overview_without_what_stands_below_it()
    {
        Assert.Contains("Kim\nKalimat 2 tentang Pertemuan Putin dan Kim. Kalimat 3 tentang Pertemuan Putin dan Kim.\n0.  Kalimat 1 tentang Pertemuan", Text(Serial(0), "id"));
        Assert.DoesNotContain("Kalimat 2", Text(Serial(1), "id"));
    }

    [Fact]
    public void No_sentence_stands_twice_in_a_post()
    {
        foreach (var post in new[] { Post(Pyongyang, Coffee), Post(Coffee), Serial(0), Serial(1) })
        {
            var sentences = DigestMessages.ForPost(post, Words.Indonesian).Blocks.SelectMany(block => block switch
            {
                SectionBlock section => section.Sentences,
                TextBlock text => text.Spans.SelectMany(span => span.Text.Split(". ").Select(sentence => sentence.TrimEnd('.') + ".")),
                _ => [],
            }).ToArray();
            Assert.Equal(sentences.Length, sentences.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("id", 3, "Juga baru\n• Judul 1 · a · 1 menit baca\n• Judul 2 · a · 1 menit baca\n• Judul 3 · a · 1 menit baca")]
    [InlineData("en", 12, "• Judul 10 · a · 1 min read")]
    public void The_rest_gets_a_line_each(string language, int brief, string end) =>
        Assert.EndsWith(end, Text(new DigestPost([Whole(Coffee)], Brief(brief)), language));

    [Theory]
    [InlineData("id", "+2 lagi")]
    [InlineData("en", "+2 more")]
    public void What_has_no_line_is_behind_a_button(string language, string label)
    {
        var post = new DigestPost([Whole(Coffee)], Brief(12)) { MoreAction = "articles all 3-15" };

        Assert.Equal([new Button(label, "articles all 3-15")], DigestMessages.ForPost(post, Words.TryFor(language)!).Buttons[^1]);
    }

    [Fact]
    public void A_serial_can_be_turned_on_and_back()
    {
        var buttons = DigestMessages.ForPost(Serial(1) with { SerialKey = "1f0c2a9b" }, Words.English).Buttons[^1];

        Assert.Equal([new Button("‹ Back", "back 1f0c2a9b"), new Button("Next ›", "next 1f0c2a9b")], buttons);
    }

    [Fact]
    public void A_post_of_several_articles_has_a_button_for_each_and_one_for_the_list_where_they_are_many()
    {
        var few = DigestMessages.ForPost(new DigestPost([Whole(Pyongyang), Whole(Coffee)], Brief(1)), Words.Indonesian);
        var many = DigestMessages.ForPost(new DigestPost([Whole(Pyongyang), Whole(Coffee)], Brief(9)), Words.Indonesian);

        Assert.Equal(
            [$"sections {SmallArticles.Pyongyang.Id.Key}", $"sections {SmallArticles.Coffee.Id.Key}", $"digest {Brief(1)[0].Id.Key}"],
            few.Buttons.Select(row => row.Single().Action));
        Assert.Equal((5, "articles"), (many.Buttons.Count, many.Buttons[^1].Single().Action));
    }

    [Fact]
    public void An_article_of_many_sections_has_buttons_for_the_first_and_one_for_the_rest()
    {
        var article = SmallArticles.Article("a/panjang", "Panjang", null, [.. Enumerable.Range(1, 40).Select(number => $"Bab {number}")]);

        var rows = DigestMessages.ForArticle(Of(article), Words.Indonesian).Buttons;

        Assert.Equal([5, 5, 5, 1, 2], rows.Select(row => row.Count));
        Assert.Equal($"sections {article.Id.Key}", rows[^2].Single().Action);
    }

    [Fact]
    public void A_heading_without_text_is_shown_above_the_deeper_ones_that_have_some_and_else_left_out()
    {
        var deeper = SmallArticles.Coffee.Sections[0] with { Level = 2 };
        var article = SmallArticles.Coffee with
        {
            Lead = Section.NoLead,
            Sections = [new Section("Tabel", 1, []), new Section("Bab Satu", 1, []), new Section("Gambar", 2, []), deeper, deeper, new Section("Kode", 1, [])],
        };

        Assert.Equal("Kopi Gayo\n2. Bab Satu\n4. Asal-usul Kalimat 1 tentang Asal-usul.\n5. Asal-usul Kalimat 1 tentang Asal-usul.\n1 Okt 2026 · 1 menit baca",
            PlainText.Of(DigestMessages.ForArticle(Of(article), Words.Indonesian)));
    }

    [Fact]
    public void A_very_long_section_is_cut_between_paragraphs_and_says_so()
    {
        var paragraph = new Paragraph(new string('x', 1000), [new string('x', 1000)]);
        var article = SmallArticles.Coffee with { Sections = [new Section("Panjang", 1, [.. Enumerable.Repeat(paragraph, 50)])] };

        var blocks = SectionMessages.ForSection(Of(article), 1, SectionView.Full, Words.English).Blocks;

        Assert.InRange(blocks.OfType<TextBlock>().Sum(block => block.Spans.Sum(span => span.Text.Length)), SectionMessages.LongestText, SectionMessages.LongestText + 2100);
        Assert.Equal("The text goes on, but it is too long for a chat.", ((TextBlock)blocks[^2]).Spans[0].Text);
    }

    [Theory]
    [InlineData("id", "Bagian 3 dari 3 · berbahasa Inggris")]
    [InlineData("en", "Section 3 of 3 · in English")]
    public void A_section_in_another_language_than_its_article_says_in_which(string language, string foot)
    {
        var english = new Section("Summary", 1, [Paragraph.Of("The coffee of the highlands is dried in the sun, and then it is carried to the harbour.")]);
        var article = SmallArticles.Coffee with { Sections = [.. SmallArticles.Coffee.Sections, english] };
        var words = Words.TryFor(language)!;

        Assert.Equal(foot, ((FooterBlock)SectionMessages.ForSection(Of(article), 3, SectionView.Full, words).Blocks[^1]).Text);
        Assert.DoesNotContain("·", ((FooterBlock)SectionMessages.ForSection(Of(article), 2, SectionView.Full, words).Blocks[^1]).Text);
    }

    [Fact]
    public void Reading_time_grows_with_the_words_of_the_text()
    {
        var paragraph = new Paragraph(string.Join(' ', Enumerable.Repeat("kata", 401)), ["kata"]);
        var article = SmallArticles.Coffee with { Lead = Section.NoLead, Sections = [new Section("Isi", 1, [paragraph])] };

        Assert.Equal(3, ReadingTime.Minutes(article));
        Assert.Equal(401, ReadingTime.WordsIn(article.Sections[0]));
        Assert.Equal(1, ReadingTime.Minutes(article with { Sections = [] }));
    }

    private static Digest Of(Article article) => new FirstSentences().Digest(article, new DigestOptions());

    private static PostedArticle Whole(Digest digest) => new(digest, [.. Enumerable.Range(0, digest.Sections.Count)], IsUpdate: false);

    private static DigestPost Post(params Digest[] digests) => new([.. digests.Select(Whole)], []);

    private static DigestPost Serial(int unit) => new([new PostedArticle(Pyongyang, [unit], IsUpdate: false) { SerialOf = 5 }], []);

    private static Article[] Brief(int count) =>
        [.. Enumerable.Range(1, count).Select(number => SmallArticles.Article($"a/{number}", $"Judul {number}", null, "Isi"))];

    private static string Text(DigestPost post, string language) => PlainText.Of(DigestMessages.ForPost(post, Words.TryFor(language)!));
}
