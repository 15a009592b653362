using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

public sealed class SelectionTests
{
    private static readonly Wants Everything = new();
    private readonly List<Article> _articles = [];
    private readonly List<Edition> _editions = [];

    [Fact]
    public void A_first_post_carries_the_newest_wanted_article_alone()
    {
        Add(TestArticles.Article("sains/merapi", "Merapi", "Letak"));
        Add(TestArticles.Article("sejarah/batik", "Batik", "Asal"));
        Add(TestArticles.Article("sains/kopi", "Kopi", "Rasa"));

        var selection = Select(Everything with { Topic = "Sains" }, position: null);

        Assert.Equal("sains/kopi", Assert.Single(selection.Full).Article.Id.Value);
        Assert.Equal([SelectionReason.New, SelectionReason.NotNewest, SelectionReason.OtherTopic], Reasons(selection, "sains/kopi", "sains/merapi", "sejarah/batik"));
        Assert.Equal(3, selection.Position);
    }

    [Fact]
    public void A_subscription_that_has_had_nothing_and_gets_nothing_stays_at_the_beginning()
    {
        Add(TestArticles.Article("sains/merapi", "Merapi"));

        var selection = Select(Everything with { Topic = "olahraga" }, position: null);

        Assert.True(selection.IsEmpty);
        Assert.Null(selection.Position);
    }

    [Fact]
    public void What_came_since_the_last_post_is_posted_the_newest_first_and_the_rest_briefly()
    {
        foreach (var number in Enumerable.Range(1, 6))
            Add(TestArticles.Article($"a/{number}", $"Artikel {number}"));

        var selection = Select(Everything, position: 1);

        Assert.Equal(["a/6", "a/5", "a/4"], selection.Full.Select(article => article.Article.Id.Value));
        Assert.Equal(["a/3", "a/2"], selection.Brief.Select(article => article.Id.Value));
        Assert.Equal(SelectionReason.AlreadyHad, Reasons(selection, "a/1")[0]);
        Assert.Single(Select(Everything with { Top = 1 }, position: 1).Full);
    }

    [Fact]
    public void Nothing_new_gives_nothing_to_post()
    {
        Add(TestArticles.Article("a/1", "Satu"));

        var selection = Select(Everything, position: 1);

        Assert.True(selection.IsEmpty);
        Assert.Equal(1, selection.Position);
    }

    [Fact]
    public void An_update_shows_only_the_sections_that_the_older_edition_lacked()
    {
        Add(TestArticles.Article("a/1", "Satu", "Awal", "Akhir"));
        Replace(_articles[0] with { Sections = [_articles[0].Sections[0], TestArticles.Section("Tengah", "Baru."), TestArticles.Section("Akhir", "Diubah.")] });

        var article = Assert.Single(Select(Everything, position: 1).Full);

        Assert.True(article.IsUpdate);
        Assert.Equal([2, 3], article.Units);
    }

    [Fact]
    public void An_article_edited_twice_is_compared_with_the_edition_that_was_seen()
    {
        Add(TestArticles.Article("a/1", "Satu", "Awal"));
        Replace(_articles[0] with { Sections = [.. _articles[0].Sections, TestArticles.Section("Kedua", "Dua.")] });
        Replace(_articles[0] with { Sections = [.. _articles[0].Sections, TestArticles.Section("Ketiga", "Tiga.")] });

        Assert.Equal([2, 3], Assert.Single(Select(Everything, position: 1).Full).Units);
        Assert.Equal([3], Assert.Single(Select(Everything, position: 2).Full).Units);
    }

    [Fact]
    public void An_edit_that_only_removes_or_renames_posts_nothing_and_is_passed()
    {
        Add(TestArticles.Article("a/1", "Satu", "Awal", "Akhir"));
        Replace(_articles[0] with { Title = "Kesatu", Sections = [_articles[0].Sections[1]] });

        var selection = Select(Everything, position: 1);

        Assert.Equal(SelectionReason.NothingChanged, Reasons(selection, "a/1")[0]);
        Assert.Equal(2, selection.Position);
    }

    [Fact]
    public void Only_the_article_asked_for_is_posted()
    {
        Add(TestArticles.Article("a/1", "Satu"));
        Add(TestArticles.Article("a/2", "Dua"));

        var selection = Select(Everything with { Article = "a/1" }, position: 0);

        Assert.Equal("a/1", Assert.Single(selection.Full).Article.Id.Value);
        Assert.Equal(SelectionReason.OtherArticle, Reasons(selection, "a/2")[0]);
    }

    [Fact]
    public void Word_filters_name_the_word_that_shuts_an_article_out()
    {
        Add(TestArticles.Article("a/1", "Gempa di Jawa"));
        Add(TestArticles.Article("a/2", "Kopi Gayo"));

        var excluded = Select(Everything with { Exclude = ["gunung", "GEMPA"] }, position: 0);
        var included = Select(Everything with { Include = ["kopi"] }, position: 0);

        Assert.Equal("GEMPA", excluded.Verdicts.Single(verdict => verdict.Reason == SelectionReason.FilteredByWord).Word);
        Assert.Equal("a/2", Assert.Single(excluded.Full).Article.Id.Value);
        Assert.Equal(SelectionReason.NotIncluded, Reasons(included, "a/1")[0]);
    }

    [Fact]
    public void Section_filters_go_by_a_part_of_the_heading()
    {
        Add(TestArticles.Article("a/1", "Satu", "Kerja Sama Ekonomi", "Kerja Sama Militer", "Penutup"));

        Assert.Equal([1, 2], Assert.Single(Select(Everything with { Sections = ["kerja"] }, 0).Full).Units);
        Assert.Equal([1], Assert.Single(Select(Everything with { Sections = ["kerja"], NotSections = ["MILITER"] }, 0).Full).Units);
        Assert.Equal([0, 1, 2], Assert.Single(Select(Everything with { NotSections = ["penutup"] }, 0).Full).Units);
        Assert.Equal(SelectionReason.NoSectionLeft, Reasons(Select(Everything with { Sections = ["olahraga"] }, 0), "a/1")[0]);
    }

    [Fact]
    public void An_edition_of_another_instance_whose_text_is_not_here_yet_is_not_passed_over()
    {
        Add(TestArticles.Article("a/1", "Satu"));
        _editions.Add(new Edition(2, _articles[0].Id, "another text", [], default));

        Assert.Equal(1, Select(Everything, position: 0).Position);
        Assert.Equal(1, Select(Everything, position: 1).Position);
    }

    [Fact]
    public void A_place_never_goes_back()
    {
        Add(TestArticles.Article("a/1", "Satu"));

        Assert.Equal(7, Select(Everything, position: 7).Position);
    }

    [Fact]
    public void A_numbered_section_put_in_front_changes_none_of_those_that_follow()
    {
        Add(TestArticles.Article("a/1", "Menanam Padi"));
        _articles[0] = _articles[0] with { Sections = [TestArticles.Section("1. Memilih Benih", "Benih."), TestArticles.Section("2. Panen", "Panen.")] };
        Record(_articles[0]);
        Replace(_articles[0] with
        {
            Sections = [TestArticles.Section("1. Menyiapkan Lahan", "Lahan."), TestArticles.Section("2. Memilih Benih", "Benih."), TestArticles.Section("3. Panen", "Panen.")],
        });

        Assert.Equal([1], Assert.Single(Select(Everything, position: 2).Full).Units);
    }

    [Fact]
    public void A_section_without_text_is_neither_posted_nor_an_update()
    {
        Add(TestArticles.Article("a/1", "Satu", "Awal") with { Sections = [new Section("Tabel", 1, []), TestArticles.Section("Awal", "Isi.")] });
        Assert.Equal([0, 2], Assert.Single(Select(Everything, position: 0).Full).Units);

        Replace(_articles[0] with { Sections = [new Section("Tabel Harga", 1, []), _articles[0].Sections[1]] });
        Assert.Equal(SelectionReason.NothingChanged, Reasons(Select(Everything, position: 1), "a/1")[0]);
    }

    [Fact]
    public void An_article_of_nothing_but_tables_is_not_posted()
    {
        Add(TestArticles.Article("a/1", "Satu") with { Lead = Section.NoLead, Sections = [new Section("Tabel", 1, [])] });

        Assert.Equal(SelectionReason.NoText, Reasons(Select(Everything, position: 0), "a/1")[0]);
        Assert.Equal(SelectionReason.NoText, Reasons(Select(Everything with { Serial = true }, position: 0), "a/1")[0]);
    }

    [Fact]
    public void A_section_from_which_a_sentence_was_only_left_out_or_moved_brings_nothing()
    {
        Add(TestArticles.Article("a/1", "Satu") with { Sections = [TestArticles.Section("Awal", "Satu.", "Dua."), TestArticles.Section("Akhir", "Tiga.")] });
        Replace(_articles[0] with { Sections = [TestArticles.Section("Awal", "Satu."), TestArticles.Section("Akhir", "Tiga.", "Dua.")] });

        Assert.Equal(SelectionReason.NothingChanged, Reasons(Select(Everything, position: 1), "a/1")[0]);
    }

    [Fact]
    public void An_edit_that_adds_only_initials_or_a_pointer_to_another_page_posts_nothing()
    {
        Add(TestArticles.Article("a/1", "Satu") with { Sections = [TestArticles.Section("Awal", "Warga pulang."), TestArticles.Section("Akhir", "Tiga.")] });
        Replace(_articles[0] with { Sections = [TestArticles.Section("Awal", "Warga pulang. (abc/def)"), TestArticles.Section("Akhir", "Tiga.", "Baca juga: Harga Cabai Naik Lagi")] });

        Assert.Equal(SelectionReason.NothingChanged, Reasons(Select(Everything, position: 1), "a/1")[0]);
    }

    [Fact]
    public void An_article_that_a_word_filter_kept_out_before_is_new_once_it_fits()
    {
        var wants = Everything with { Include = ["dermaga"] };
        Add(TestArticles.Article("a/1", "Pelabuhan", "Awal", "Akhir"));
        Replace(_articles[0] with { Sections = [_articles[0].Sections[0], TestArticles.Section("Akhir", "Isi dari Akhir.", "Sebuah dermaga.")] });

        var article = Assert.Single(Select(wants, position: 1).Full);

        Assert.False(article.IsUpdate);
        Assert.Equal([0, 1, 2], article.Units);
    }

    [Fact]
    public void An_article_that_had_the_word_before_is_updated_even_where_the_section_with_it_changed()
    {
        var wants = Everything with { Include = ["dermaga"] };
        Add(TestArticles.Article("a/1", "Pelabuhan") with { Sections = [TestArticles.Section("Awal", "Sebuah dermaga.", "Dua.")] });
        Replace(_articles[0] with { Sections = [TestArticles.Section("Awal", "Sebuah dermaga.", "Tiga.")] });

        Assert.True(Assert.Single(Select(wants, position: 1).Full).IsUpdate);
    }

    [Fact]
    public void A_file_that_is_only_renamed_is_not_posted_again_and_its_next_edit_is_an_update()
    {
        Add(TestArticles.Article("a/satu", "Satu", "Awal"));
        var renamed = _articles[0] with { Id = new ArticleId("a/kesatu"), Path = "a/kesatu.txt" };
        _articles.Clear();
        Add(renamed);
        Assert.Equal(SelectionReason.NothingChanged, Reasons(Select(Everything, position: 1), "a/kesatu")[0]);
        Assert.Equal(SelectionReason.New, Reasons(Select(Everything, position: 0), "a/kesatu")[0]);

        Replace(renamed with { Sections = [TestArticles.Section("Awal", "Baru.")] });
        Assert.Equal([1], Assert.Single(Select(Everything, position: 1).Full).Units);
    }

    [Fact]
    public void A_file_that_is_moved_to_another_topic_or_copied_is_new()
    {
        Add(TestArticles.Article("a/satu", "Satu", "Awal"));
        var first = _articles[0];
        Add(first with { Id = new ArticleId("a/salinan") });
        Assert.Equal(SelectionReason.New, Reasons(Select(Everything, position: 1), "a/salinan")[0]);

        _articles.Clear();
        Add(first with { Id = new ArticleId("b/satu"), Topic = "b" });
        Assert.Equal(SelectionReason.New, Reasons(Select(Everything with { Topic = "b" }, position: 2), "b/satu")[0]);
    }

    private void Add(Article article)
    {
        _articles.Add(article);
        Record(article);
    }

    private void Replace(Article article)
    {
        _articles[_articles.FindIndex(other => other.Id == article.Id)] = article;
        Record(article);
    }

    private void Record(Article article) =>
        _editions.Add(Edition.Of(_editions.Count + 1, article, default));

    private Selection Select(Wants wants, long? position) =>
        Selection.Of(new LibrarySnapshot(_articles, [], _editions), wants, position, serial: null);

    private static SelectionReason[] Reasons(Selection selection, params string[] ids) =>
        [.. ids.Select(id => selection.Verdicts.Single(verdict => verdict.Article.Id.Value == id).Reason)];
}
