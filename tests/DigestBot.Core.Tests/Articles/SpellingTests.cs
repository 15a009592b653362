using CsCheck;

namespace DigestBot.Articles;

public sealed class SpellingTests
{
    private static readonly Gen<string> Word = Gen.Char["abcd"].Array[0, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("ekonomi", "ekonomi", 0)]
    [InlineData("ekonomi", "ekonmi", 1)]
    [InlineData("ekonomi", "eknoomi", 1)]
    [InlineData("tujuan", "tujaun", 1)]
    [InlineData("", "ab", 2)]
    [InlineData("gerhana", "gurita", 4)]
    public void Letters_put_in_left_out_exchanged_and_swapped_each_count_once(string left, string right, int distance) =>
        Assert.Equal(distance, Spelling.Distance(left, right, 5));

    [Fact]
    public void More_errors_than_asked_for_count_as_one_more() => Assert.Equal(2, Spelling.Distance("gerhana", "gurita", 1));

    [Fact]
    public void The_distance_is_the_same_both_ways_and_zero_only_for_equals() => Gen.Select(Word, Word).Sample((left, right) =>
        Spelling.Distance(left, right, 20) == Spelling.Distance(right, left, 20) &&
        Spelling.Distance(left, right, 20) == 0 == (left == right));

    [Fact]
    public void A_bound_changes_nothing_within_it() => Gen.Select(Word, Word, Gen.Int[0, 6]).Sample((left, right, most) =>
        Math.Min(Spelling.Distance(left, right, 20), most + 1) == Spelling.Distance(left, right, most));
}
