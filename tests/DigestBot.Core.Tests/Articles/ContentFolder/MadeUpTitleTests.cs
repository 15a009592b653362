namespace DigestBot.Articles.ContentFolder;

public sealed class MadeUpTitleTests
{
    private const string Lead = "Pada tanggal 19 Juni 2024, pertemuan bersejarah berlangsung di Pyongyang, Korea Utara, ketika Presiden Rusia bertemu Kim Jong Un.";

    [Theory]
    [InlineData("pyongyang", Lead, "Pertemuan bersejarah berlangsung di Pyongyang, Korea Utara")]
    [InlineData("kopi-gayo-dan-petani", Lead, "Kopi Gayo dan Petani")]
    [InlineData("2024-06-19_putin_di_pyongyang", Lead, "Putin di Pyongyang")]
    [InlineData("artikel-01", "Harga beras naik.", "Harga beras naik")]
    [InlineData("untitled 2", "Harga beras naik lagi pekan ini, kata pedagang di Pasar Induk Kramat Jati pada hari Senin kemarin.", "Harga beras naik lagi pekan ini")]
    [InlineData("20240619", "", "20240619")]
    [InlineData("doc", "", "Doc")]
    [InlineData("doc", "...", "Doc")]
    [InlineData("---", ".", "---")]
    public void A_title_is_made_that_a_person_recognises(string fileName, string lead, string title) =>
        Assert.Equal(title, MadeUpTitle.Of(fileName, lead));

    [Fact]
    public void A_long_clause_is_cut_at_a_word()
    {
        var title = MadeUpTitle.Of("a", "Harga beras di tingkat pedagang eceran pasar tradisional kembali naik pekan ini setelah panen raya berakhir.");

        Assert.Equal("Harga beras di tingkat pedagang eceran pasar tradisional kembali naik…", title);
    }
}
