namespace DigestBot.Delivery;

public sealed class WordFilterTests
{
    [Theory]
    [InlineData("Gempa mengguncang Jawa.", "gempa")]
    [InlineData("Kerja sama ekonomi", "KERJA SAMA")]
    [InlineData("anak-anak bermain", "anak")]
    [InlineData("Ditulis dalam C#.", "c#")]
    [InlineData("bagempa lalu gempa", "gempa")]
    [InlineData("ÉCOLE normale", "école")]
    [InlineData("Membaca Qur'an di sekolah", "qur’an")]
    [InlineData("Membaca Qur’an di sekolah", "quran")]
    [InlineData("Salat Jumat", "jum'at")]
    [InlineData("Cafe\u0301 literasi", "cafe")]
    [InlineData("Isra' Mikraj", "isra")]
    [InlineData("It’s raining", "it's")]
    public void A_whole_word_is_found_in_any_case(string text, string word) => Assert.True(WordFilter.IsIn(text, word));

    [Theory]
    [InlineData("kegempaan", "gempa")]
    [InlineData("gempa2024", "gempa")]
    [InlineData("kerja  sama", "kerja sama")]
    [InlineData("apa saja", ".*")]
    [InlineData("It's raining", "its")]
    [InlineData("apa saja", "")]
    public void A_part_of_a_word_or_a_pattern_is_not(string text, string word) => Assert.False(WordFilter.IsIn(text, word));
}
