namespace DigestBot.Platforms.Telegram.Rendering;

public sealed class TelegramPartsTests
{
    private readonly TelegramParts _parts = new(paid: false);

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
    public void Without_its_rich_form_or_styles_it_is_otherwise_the_same()
    {
        var part = new TelegramPart("satu") { Rich = "<b>satu</b>", Entities = [new(TelegramStyle.Bold, 0, 4)], Silent = true };
        var read = _parts.TryRead(part.Write())!;

        Assert.Equal(part.Rich, read.Content.Rich);
        Assert.Null(read.Plain.Content.Rich);
        Assert.Single(read.Plain.Content.Entities!);
        Assert.Equivalent(part with { Rich = null, Entities = null }, read.Bare.Content);
        Assert.Same(read.Plain, read.Plain.Plain);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public void What_is_no_part_is_none(string text) => Assert.Null(_parts.TryRead(text));
}
