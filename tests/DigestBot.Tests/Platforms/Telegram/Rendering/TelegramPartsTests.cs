namespace DigestBot.Platforms.Telegram.Rendering;

public sealed class TelegramPartsTests
{
    private readonly TelegramParts _parts = new();

    [Fact]
    public void A_part_that_is_handed_over_again_is_not_read_again()
    {
        var part = new TelegramPart("Halo, \"dunia\"\n🌏").Write();

        Assert.Same(_parts.TryRead(part), _parts.TryRead(part));
    }

    [Fact]
    public void Two_parts_are_told_apart()
    {
        var (one, other) = (new TelegramPart("satu").Write(), new TelegramPart("dua") { Silent = true }.Write());

        Assert.Equal("satu", _parts.TryRead(one)!.Content.Text);
        Assert.Equal("dua", _parts.TryRead(other)!.Content.Text);
        Assert.True(_parts.TryRead(other)!.Content.Silent);
    }

    [Fact]
    public void Its_text_is_ready_for_a_request()
    {
        var read = _parts.TryRead(new TelegramPart("Halo, \"dunia\"\n🌏").Write())!;

        Assert.Equal("Halo, \"dunia\"\n🌏", read.Content.Text);
        Assert.Equal("Halo, \\\"dunia\\\"\\n", read.Text.ToString()[..^"\\uD83C\\uDF0F".Length]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public void What_is_no_part_is_none(string text) => Assert.Null(_parts.TryRead(text));
}
