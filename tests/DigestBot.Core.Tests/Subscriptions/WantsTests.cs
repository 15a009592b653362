using System.Text.Json;
using DigestBot.Digests;

namespace DigestBot.Subscriptions;

public sealed class WantsTests
{
    [Fact]
    public void Equal_wishes_have_one_key_and_it_is_read_back()
    {
        var wants = new Wants
        {
            Topic = "ekonomi",
            Include = ["padi", "\"beras\""],
            Exclude = ["iklan"],
            Sections = ["harga"],
            NotSections = ["pranala"],
            Length = DigestLength.Long,
            Top = 3,
            Serial = true,
        };

        Assert.Equal(wants.Key, Wants.Parse(wants.Key).Key);
        Assert.NotEqual(wants.Key, (wants with { Include = ["padi"] }).Key);
        Assert.Equal(new Wants().Key, Wants.Parse(new Wants().Key).Key);
    }

    [Theory]
    [InlineData("", "", "all")]
    [InlineData("ekonomi", "", "topic ekonomi")]
    [InlineData("ekonomi", "ekonomi/pasar", "article ekonomi/pasar")]
    public void The_target_is_the_article_or_the_topic(string topic, string article, string target) =>
        Assert.Equal(target, new Wants { Topic = topic, Article = article, Top = 2 }.Target);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_is_no_key_is_refused(string text) => Assert.Throws<JsonException>(() => Wants.Parse(text));
}
