using System.Text.RegularExpressions;

namespace DigestBot.Chats;

public sealed partial class WordsTests
{
    [Fact]
    public void Every_text_stands_in_both_languages()
    {
        var (indonesian, english) = (Words.Indonesian.Own(), Words.English.Own());

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(indonesian.Concat(english), text => string.IsNullOrWhiteSpace(text.Value));
    }

    [Fact]
    public void Both_languages_fill_the_same_places()
    {
        foreach (var (key, english) in Words.English.Own())
            Assert.True(Places(english).SetEquals(Places(Words.Indonesian.Own()[key])), $"{key} has other places in Indonesian");
    }

    [Fact]
    public void Backticks_come_in_pairs()
    {
        foreach (var (key, text) in Words.All.SelectMany(words => words.Own()))
            Assert.True(text.Count(character => character == '`') % 2 == 0, key);
    }

    [Theory]
    [InlineData("id", "1.500 artikel")]
    [InlineData("en", "1,500 articles")]
    public void Numbers_are_grouped_as_the_language_does(string language, string text) =>
        Assert.Equal(text, Words.TryFor(language)!.Count("Articles", 1500));

    [Fact]
    public void One_of_a_thing_has_its_own_form() => Assert.Equal("1 article", Words.English.Count("Articles", 1));

    [Theory]
    [InlineData("id", "id")]
    [InlineData("id-ID", "id")]
    [InlineData("in", "id")]
    [InlineData("jv", "id")]
    [InlineData("en-GB", "en")]
    [InlineData("EN_us", "en")]
    [InlineData("de", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_tag_finds_its_words(string? tag, string? language) => Assert.Equal(language, Words.TryFor(tag)?.Language);

    [Fact]
    public void A_value_put_into_a_text_is_never_set_as_code()
    {
        var spans = Words.English.Spans("Unknown", "`rm -rf`");

        Assert.All(spans, span => Assert.Equal(SpanStyle.Plain, span.Style));
        Assert.Contains("`rm -rf`", Assert.Single(spans).Text);
    }

    [Fact]
    public void What_stands_between_backticks_is_set_as_code() =>
        Assert.Equal("/schedule 07:00", Words.English.Spans("Next_Off").First(span => span.Style == SpanStyle.Code).Text);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();
}
