using CsCheck;
using DigestBot.Articles;
using DigestBot.Subscriptions;

namespace DigestBot.Delivery;

public sealed class SerialPlacesTests
{
    [Theory]
    [InlineData("ABCDE", 3, "BCDE", "D", "A read section was taken out")]
    [InlineData("ABCDE", 3, "ABDE", "D", "The one read last was taken out")]
    [InlineData("ABCDE", 3, "ABCE", "E", "The next one was taken out")]
    [InlineData("ABCDE", 3, "XABCDE", "D", "One came at the front")]
    [InlineData("ABCDE", 3, "ABCXDE", "X", "One came where the reader stands")]
    [InlineData("ABCDE", 3, "ABXDE", "D", "The one read last was edited")]
    [InlineData("ABCDE", 3, "ABCXE", "X", "The next one was edited")]
    [InlineData("ABCDE", 3, "ABXYE", "Y", "Both were edited")]
    [InlineData("ABCDE", 3, "AE", "E", "Those around the place were taken out")]
    [InlineData("ABCDE", 3, "VWXYZ", "Y", "All was written anew")]
    [InlineData("ABCDE", 5, "ABCDEX", "X", "One came at the end")]
    [InlineData("ABCDE", 5, "ABCD", "", "The last one was taken out")]
    [InlineData("ABCDE", 0, "XABCDE", "X", "Nothing was read yet")]
    public void The_next_section_is_the_first_that_was_not_read(string had, int posted, string now, string next, string because)
    {
        var place = Now(had, posted, now);

        Assert.True(next == string.Concat(now.Skip(place).Take(1)), $"{because}: {now[place..]} is still to come");
    }

    [Fact]
    public void Whatever_is_added_and_taken_out_no_section_is_passed_over_and_none_in_front_of_one_that_stands_is_read_twice() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 8], Gen.Bool.Array[8], Gen.Int[0, 2].Array[9]).Sample((count, reached, stays, added) =>
        {
            var had = "ABCDEFGH"[..count];
            var posted = Math.Min(reached, count);
            var letter = 'a';
            var now = string.Concat(Enumerable.Range(0, count + 1).Select(index =>
                string.Concat(Enumerable.Range(0, added[index]).Select(_ => letter++)) + (index < count && stays[index] ? had[index] : "")));

            var place = Now(had, posted, now);

            Assert.DoesNotContain(now[..place], had[posted..].Contains);
            var lastRead = now.LastIndexOfAny([.. had[..posted]]);
            Assert.True(place > lastRead, $"{had}, {posted} read, {now}: {place}");
        });

    [Fact]
    public void A_place_in_an_edition_that_nobody_knows_stays() =>
        Assert.Equal(3, SerialPlaces.Now(Library("ABC", "BC"), null, new SerialPlace("a/1", 3)).Posted);

    private static int Now(string had, int posted, string now) => SerialPlaces.Now(Library(had, now), 1, new SerialPlace("a/1", posted)).Posted;

    private static LibrarySnapshot Library(string had, string now) =>
        new([Article(now)], [], [Edition.Of(1, Article(had), default), Edition.Of(2, Article(now), default)]);

    private static Article Article(string sections) => TestArticles.Article("a/1", "Satu", [.. sections.Select(letter => letter.ToString())]) with { Lead = TestArticles.Section("") };
}
