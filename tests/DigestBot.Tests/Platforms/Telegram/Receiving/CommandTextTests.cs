using DigestBot.Commands;

namespace DigestBot.Platforms.Telegram.Receiving;

public sealed class CommandTextTests
{
    private static readonly CommandInfo[] Known = [new("digest", ["ringkasan"], CommandAccess.Anyone, []), new("start", [], CommandAccess.Anyone, [])];

    [Theory]
    [InlineData("/digest", "digest")]
    [InlineData("/digest@digest_bot geopolitik", "digest geopolitik")]
    [InlineData("/DIGEST@Digest_Bot", "DIGEST")]
    [InlineData("/ringkasan 2", "ringkasan 2")]
    [InlineData("/digest\ndua baris", "digest\ndua baris")]
    [InlineData("/digest@digest_bot\u00A0ekonomi", "digest\u00A0ekonomi")]
    [InlineData("/digest\u202Fekonomi", "digest\u202Fekonomi")]
    [InlineData("/digest@other_bot", null)]
    [InlineData("/ban somebody", null)]
    [InlineData("/ban@digest_bot somebody", "ban somebody")]
    [InlineData("halo semua", null)]
    [InlineData("/ digest", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void In_a_group_only_what_is_meant_for_the_bot_is_a_command(string? text, string? line) =>
        Assert.Equal(line, CommandText.TryRead(text, isPrivate: false, "digest_bot", Known));

    [Theory]
    [InlineData("ringkasan", "ringkasan")]
    [InlineData("/unknown x", "unknown x")]
    [InlineData("/digest@other_bot", null)]
    [InlineData("  ", null)]
    public void In_a_private_chat_every_text_is(string text, string? line) =>
        Assert.Equal(line, CommandText.TryRead(text, isPrivate: true, "digest_bot", Known));

    [Theory]
    [InlineData("/start section_1f0c2a9b_4", "start section-1f0c2a9b-4")]
    [InlineData("/start section-1f0c2a9b-4", "start section-1f0c2a9b-4")]
    [InlineData("/start", "start")]
    public void A_deep_link_may_be_written_with_either_mark(string text, string line) =>
        Assert.Equal(line, CommandText.TryRead(text, isPrivate: true, "digest_bot", Known));
}
