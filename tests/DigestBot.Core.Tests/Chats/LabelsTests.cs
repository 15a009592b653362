using System.Globalization;
using CsCheck;

namespace DigestBot.Chats;

public sealed class LabelsTests
{
    [Fact]
    public void A_short_text_stays() => Assert.Equal("Kopi Gayo", Labels.Short("Kopi Gayo", 9));

    [Fact]
    public void A_long_text_ends_in_an_ellipsis() => Assert.Equal("Kopi…", Labels.Short("Kopi Gayo", 6));

    [Theory]
    [InlineData(1, "Latar Belakang", "1. Latar Belakang")]
    [InlineData(1, "1. Latar Belakang", "1. Latar Belakang")]
    [InlineData(12, "12) Penutup", "12. Penutup")]
    [InlineData(1, "1.1 Ruang lingkup", "1. 1.1 Ruang lingkup")]
    [InlineData(2, "1. Latar Belakang", "2. 1. Latar Belakang")]
    [InlineData(1, "10. Oktober", "1. 10. Oktober")]
    [InlineData(1, "1.", "1. 1.")]
    public void A_heading_written_with_its_number_has_it_once(int number, string heading, string shown) =>
        Assert.Equal(shown, Labels.Numbered(number, heading));

    [Fact]
    public void No_character_is_cut_in_two() =>
        Gen.OneOf(Gen.String, Gen.Char["aé👩‍👧🇮🇩 "].Array.Select(characters => new string(characters))).Sample(text =>
        {
            var cut = Labels.Short(text, 5);
            Assert.InRange(cut.Length, 0, 5);
            if (cut != text)
                Assert.Contains(cut[..^1], StringInfo.ParseCombiningCharacters(text).Select(start => text[..start].TrimEnd()).Append(""));
        });

    [Theory]
    [InlineData("Sejarah", "Kopi", 20, "Sejarah · Kopi")]
    [InlineData("Sejarah Panjang", "Kopi", 15, "Sejarah… · Kopi")]
    [InlineData("Asal", "Kopi Gayo dari Aceh", 15, "Asal · Kopi Ga…")]
    [InlineData("Sejarah Panjang", "Kopi Gayo dari Aceh", 15, "Sejar… · Kopi…")]
    public void Of_two_names_each_is_cut_on_its_own(string first, string second, int most, string label) =>
        Assert.Equal(label, Labels.Pair(first, second, most));

    [Theory]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("\u202eabc\u200b", "abc")]
    public void What_is_repeated_is_one_tame_line(string text, string echo) => Assert.Equal(echo, Labels.Echo(text));

    [Fact]
    public void Half_a_character_is_repeated_as_a_sign_that_it_was_one() => Assert.Equal("\ufffdx", Labels.Echo("\ud800x"));
}
