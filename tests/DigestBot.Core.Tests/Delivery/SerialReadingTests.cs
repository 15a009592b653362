using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

public sealed class SerialReadingTests
{
    private static readonly Wants Serial = new() { Serial = true };
    private readonly List<Article> _articles =
    [
        TestArticles.Article("a/1", "Satu", "Awal", "Akhir"),
        TestArticles.Article("a/2", "Dua", "Isi"),
    ];

    [Fact]
    public void Every_slot_carries_the_next_section_and_then_the_next_article()
    {
        var read = new List<string>();
        SerialPlace? place = null;
        for (var slot = 0; slot < 7; slot++)
        {
            var selection = Next(Serial, place);
            place = selection.Serial;
            read.AddRange(selection.Full.Select(article => $"{article.Article.Id} {string.Join(',', article.Units)} of {article.SerialOf}"));
        }

        Assert.Equal(["a/1 0 of 3", "a/1 1 of 3", "a/1 2 of 3", "a/2 0 of 2", "a/2 1 of 2"], read);
        Assert.Equal(new SerialPlace("a/2", 2), place);
    }

    [Fact]
    public void An_article_added_later_comes_after_the_last()
    {
        _articles.Add(TestArticles.Article("a/0", "Nol"));

        Assert.Equal("a/0", Assert.Single(Next(Serial, new SerialPlace("a/2", 2)).Full).Article.Id.Value);
    }

    [Fact]
    public void An_article_that_is_gone_leaves_its_place_to_the_next()
    {
        var editions = Editions();
        _articles.RemoveAt(0);

        var selection = Selection.Of(new LibrarySnapshot(_articles, [], editions), Serial, 2, new SerialPlace("a/1", 1));

        Assert.Equal("a/2", Assert.Single(selection.Full).Article.Id.Value);
        Assert.Equal([0], selection.Full[0].Units);
    }

    [Fact]
    public void Filters_pass_over_sections_and_articles()
    {
        var wants = Serial with { NotSections = ["awal"], Exclude = ["Dua"] };

        Assert.Equal([2], Assert.Single(Next(wants, new SerialPlace("a/1", 1)).Full).Units);
        Assert.True(Next(wants, new SerialPlace("a/1", 3)).IsEmpty);
    }

    [Fact]
    public void Verdicts_tell_what_was_read_what_is_next_and_what_comes_later()
    {
        var verdicts = Next(Serial, new SerialPlace("a/1", 3)).Verdicts;
        var atFirst = Next(Serial, null).Verdicts;

        Assert.Equal([SelectionReason.AlreadyHad, SelectionReason.NextInSerial], verdicts.Select(verdict => verdict.Reason));
        Assert.Equal([SelectionReason.NextInSerial, SelectionReason.NotItsTurn], atFirst.Select(verdict => verdict.Reason));
    }

    [Fact]
    public void Back_is_the_section_before_the_one_read_last_and_forth_from_there_the_one_read_last()
    {
        var library = new LibrarySnapshot(_articles, [], Editions());

        Assert.Null(SerialReading.Before(library, Serial, null, null));
        Assert.Null(SerialReading.Before(library, Serial, null, new SerialPlace("a/1", 1)));
        var last = SerialReading.Before(library, Serial, null, new SerialPlace("a/2", 1));
        Assert.Equal(("a/1", 2), (last?.Article.Id.Value, last?.Unit));
        Assert.Equal(("a/2", 0), SerialReading.After(library, Serial, null, last!.Place) is { } again ? (again.Article.Id.Value, again.Unit) : default);
    }

    [Fact]
    public void Back_passes_over_what_is_filtered_out()
    {
        var library = new LibrarySnapshot(_articles, [], Editions());

        Assert.Equal(0, SerialReading.Before(library, Serial with { NotSections = ["awal"] }, null, new SerialPlace("a/1", 3))?.Unit);
    }

    private Selection Next(Wants wants, SerialPlace? place) =>
        Selection.Of(new LibrarySnapshot(_articles, [], Editions()), wants, null, place);

    private List<Edition> Editions() =>
        [.. _articles.Select((article, index) => Edition.Of(index + 1, article, default))];
}
