using DigestBot.Digests.Extractive.Network;
using DigestBot.Digests.Extractive.Text;
using DigestBot.Digests.Extractive.Units;

namespace DigestBot.Digests.Extractive.Selection;

public sealed class SelectorTests
{
    [Fact]
    public void The_best_are_chosen_and_stand_in_the_order_of_the_text() =>
        Assert.Equal([1, 3], Choose(["Satu pagi.", "Dua siang.", "Tiga sore.", "Empat malam."], [0, 2, 1, 3], 2));

    [Fact]
    public void Of_equals_the_earlier_is_chosen() =>
        Assert.Equal([0], Choose(["Satu pagi.", "Dua siang."], [1.000001f, 1.000004f], 1));

    [Fact]
    public void A_sentence_that_points_back_is_passed_over_alone() =>
        Assert.Equal([0, 2], Choose(["Satu pagi.", "Dua siang.", "Tiga sore.", "Mereka pulang."], [3, 0, 1, 2], 2));

    [Fact]
    public void A_sentence_that_points_back_is_welcome_behind_the_one_it_points_to() =>
        Assert.Equal([0, 1], Choose(["Satu pagi.", "Mereka pulang.", "Tiga sore."], [3, 2, 1], 2));

    [Fact]
    public void A_repetition_gives_way_to_something_new() =>
        Assert.Equal([0, 2], Choose(["Kapal tenggelam di Selat Bali.", "Kapal tenggelam di Selat Bali.", "Hujan turun."], [2, 1.9f, 1], 2));

    [Fact]
    public void More_than_there_is_gives_all_there_is() => Assert.Equal([0, 1], Choose(["Satu pagi.", "Dua siang."], [0, 0], 9));

    private static int[] Choose(string[] sentences, float[] scores, int count)
    {
        var article = ScannedArticle.Of(SampleArticles.Plain("id", sentences));
        var unit = new UnitBuilder(article).Build(new UnitFrame(0, sentences.Length, [], [], IsHeaded: false, MayBeAbstract: false));
        return Selector.Choose(unit, scores, count, Model.Shipped);
    }
}
