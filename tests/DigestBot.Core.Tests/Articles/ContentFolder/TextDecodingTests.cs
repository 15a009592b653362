using System.Text;
using CsCheck;

namespace DigestBot.Articles.ContentFolder;

public sealed class TextDecodingTests
{
    [Fact]
    public void Utf8_is_read_with_and_without_a_byte_order_mark()
    {
        byte[] plain = Encoding.UTF8.GetBytes("Gunung Merapi é 火");

        Assert.Equal("Gunung Merapi é 火", TextDecoding.Decode(plain));
        Assert.Equal("Gunung Merapi é 火", TextDecoding.Decode([0xEF, 0xBB, 0xBF, .. plain]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_is_read_by_its_byte_order_mark(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        Assert.Equal("Pantai 🌊", TextDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("Pantai 🌊")]));
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0xC3, 0x28 }, "byte 1:")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x41, 0xE9 }, "byte 4:")]
    [InlineData(new byte[] { 0x41, 0x00, 0x42, 0x00 }, "byte 1:")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8 }, "byte 4:")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00, 0x42 }, "byte 4:")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00 }, "byte 0:")]
    public void What_is_no_text_is_refused_with_the_offset_of_the_first_wrong_byte(byte[] bytes, string place) =>
        Assert.StartsWith(place, Assert.Throws<UnreadableArticleException>(() => TextDecoding.Decode(bytes)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_are_text_or_refused() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            return TextDecoding.Decode(bytes).All(character => character is '\n' or '\t' || !char.IsControl(character));
        }
        catch (UnreadableArticleException refused)
        {
            return refused.Message.StartsWith("byte ", StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Line_ends_become_one_kind_and_what_nobody_sees_is_left_out() =>
        Assert.Equal("a\nb\nc\nde\tf", TextDecoding.Decode(Encoding.UTF8.GetBytes("a\r\nb\rc\u2028d\u202E\u0007e\tf")));
}
