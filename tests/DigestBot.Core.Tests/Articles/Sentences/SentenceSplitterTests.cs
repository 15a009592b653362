using CsCheck;

namespace DigestBot.Articles.Sentences;

/// <summary>In the cases a stroke stands where a sentence ends; everything else is the text itself.</summary>
public sealed class SentenceSplitterTests
{
    private static readonly string[] Pieces =
        ["Dr", "kata", "Kata", "PT", "No", "5", " ", "  ", ".", "...", "?", "!", "\"", "“", "”", "(", ")", "[1]", "\n", "x", "II", "\u00a0", "…"];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(indices => string.Concat(indices.Select(index => Pieces[index]))));

    [Theory]
    // Titles, ranks and honorifics
    [InlineData("Dr. Ir. H. Joko Widodo hadir di Solo. |Ia tiba pagi hari.")]
    [InlineData("Prof. Dr. Hj. Siti Aminah, M.Si. menerima penghargaan itu. |Ia terharu.")]
    [InlineData("K.H. Abdurrahman Wahid lahir di Jombang. |K.H. Hasyim Asy'ari adalah kakeknya.")]
    [InlineData("Mayjen. Sudirman dan Letkol. Untung tidak pernah bertemu. |Keduanya tentara.")]
    [InlineData("Komjen. Pol. (Purn.) Ahmad hadir. |Irjen. Budi tidak.")]
    [InlineData("Yth. Bapak Camat di tempat. |Dengan hormat kami sampaikan.")]
    [InlineData("Mr. and Mrs. Smith met Dr. Brown at 10 a.m. on Monday. |They talked.")]
    [InlineData("Gen. Lee surrendered to Lt. Gen. Grant. |The war was over.")]
    // Names of firms
    [InlineData("PT. Maju Jaya Tbk. mencatat laba. |Sahamnya naik.")]
    [InlineData("CV. Sinar Terang pindah ke Jl. Jend. Sudirman No. 5. |Kantor lamanya dijual.")]
    [InlineData("Apple Inc. CEO Tim Cook spoke first. |He smiled.")]
    [InlineData("Ia bekerja di Toyota Motor Corp. sejak 2010. |Gajinya besar.")]
    [InlineData("Sahamnya milik Bank Mandiri Tbk. |Ini kabar baik.")]
    // Initials
    [InlineData("B. J. Habibie dan J. K. Rowling tidak saling kenal. |Itu wajar.")]
    [InlineData("Buku itu karya Susilo B. Yudhoyono. |Penerbitnya di Jakarta.")]
    [InlineData("Mobil itu buatan Studio F. A. Porsche. |Harganya mahal.")]
    [InlineData("John F. Kennedy was shot in Dallas. |It was 1963.")]
    [InlineData("I live on Main St. |The house is red.")]
    [InlineData("Mereka lolos dari Grup B. |Pertandingan berikutnya di Kairo.")]
    [InlineData("Jeruk kaya vitamin C. |Warnanya oranye.")]
    [InlineData("Ia hidup pada masa Perang Dunia I. |Jerman kalah.")]
    // Degrees
    [InlineData("Ahmad Fauzi, S.H., M.Hum. memimpin sidang. |Ia hakim senior.")]
    [InlineData("Hadir pula Rina, S.Pd. |Dia guru di Bantul.")]
    [InlineData("Budi Setia, dr., Sp. A(K), M.Kes. hadir. |Ia dokter anak.")]
    [InlineData("dr. Wita, Sp. OG menjelaskan risikonya. |Pasien mengangguk.")]
    [InlineData("Ia lulusan Ir. dan M.Si. dari Bogor. |Skripsinya tentang padi.")]
    [InlineData("She holds a Ph.D. from Leiden. |It took six years.")]
    // Places, states, times
    [InlineData("He lives in Washington, D.C. and works in the U.S. Senate. |She does not.")]
    [InlineData("Acara mulai pukul 07.00 WIB. |Peserta datang lebih awal.")]
    [InlineData("Gempa terjadi pukul 10.15. |Tidak ada korban.")]
    [InlineData("The train leaves at 5 p.m. |The bus leaves later.")]
    // Numbers
    [InlineData("Harganya Rp1.500.000 per ton. |Dulu Rp. 900.000 saja.")]
    [InlineData("Lihat hlm. 12 dan Bab. 3. |Ada juga di vol. 2 no. 4.")]
    [InlineData("UU No. 13 Tahun 2003 berlaku. |Pasal 5 dihapus.")]
    [InlineData("Peraturan No. XI tahun lalu dicabut. |Gantinya belum ada.")]
    [InlineData("Suhu naik 2.5 derajat pada 2024. |Tahun 2025 lebih panas.")]
    [InlineData("Laba tahun itu 4,5 persen. |12 perusahaan rugi.")]
    [InlineData("Perkara Nomor 16/Pid. Sus/2017 disidangkan. |Hakim menunda putusan.")]
    [InlineData("Denda Rp1.5 juta dibayar pukul 07.30 WIB. |Uangnya diterima kas daerah.")]
    [InlineData("Versi 2.0.1 rilis kemarin. |Versi lama ditarik.")]
    [InlineData("Ia menjawab tidak. |No. 5 tetap kosong.")]
    [InlineData("He said no. |Then he left.")]
    [InlineData("Tidak ada hal. |Kami pulang.")]
    [InlineData("See Fig. 3 and Eq. 2. |Both agree.")]
    // Closing phrases
    [InlineData("Mereka membeli beras, gula, dll. untuk persediaan. |Toko itu ramai.")]
    [InlineData("Mereka membeli beras, gula, dll. |Toko itu ramai.")]
    [InlineData("Marquez dkk. menang di Sepang. |Rossi dkk. kalah.")]
    [InlineData("Smith et al. (2004) found the same. |Others did not.")]
    [InlineData("Some fruits, e.g. apples, i.e. the red ones, etc. are cheap. |Bananas are not.")]
    [InlineData("Surat itu a.n. Budi, d.a. Kantor Pos. |Isinya pendek.")]
    // Quotations
    [InlineData("“Kami siap.” |Itu katanya.")]
    [InlineData("\"Kami siap,\" kata Budi. |\"Kapan?\" tanya Ani.")]
    [InlineData("\"Mengapa tidak?\" ujar dia sambil tertawa. |\"Tentu saja!\" sahut temannya.")]
    [InlineData("\"Mengapa?\" Budi bertanya. |\"Entah,\" jawab Ani.")]
    [InlineData("“Dia pemain yang baik.” Ujar Robert saat itu. |Semua setuju.")]
    [InlineData("“Dia pemain yang baik.” |Robert tertawa.")]
    [InlineData("“Why?” John asked. |“Because,” said Mary.")]
    [InlineData("\"Kami siap. |Kami kuat,\" kata pelatih. |Ia yakin.")]
    [InlineData("Ia berkata, 'Pergilah.' |Lalu ia diam.")]
    [InlineData("Dia menulis \" Kami pulang. \" |Surat itu sampai.")]
    // Ellipses, runs, brackets
    [InlineData("Entahlah... |Mungkin besok.")]
    [InlineData("Ia ragu... tetapi berangkat. |Semua lega.")]
    [InlineData("...dan akhirnya ia pulang. |Begitulah.")]
    [InlineData("Apa?! |Tidak mungkin!!! |Benar…")]
    [InlineData("Ia lahir di Solo (lihat peta. Bab ini) pada 1961. |Ayahnya petani.")]
    [InlineData("(Foto itu palsu. |Pemiliknya mengaku.) |Polisi diam.")]
    [InlineData("Kota itu tua.[12] |Bentengnya lebih tua.[a][3] |Masjidnya baru.")]
    [InlineData("Jalur itu sampai ke Eropa.¹ |Jalur lain tidak.¹²,¹³ |Kapalnya 10¹² ton, katanya.")]
    [InlineData("“Kami siap.”³ |Semua setuju.")]
    [InlineData("Laporan selesai. |(rsa)")]
    [InlineData("Kata Fahri. |[did]")]
    [InlineData("Laporan selesai. |(b)")]
    [InlineData("Laporan selesai. |(gk-48)")]
    [InlineData("Laporan selesai. |(* / win)")]
    [InlineData("Laporan selesai. (lihat lampiran)")]
    [InlineData("(Uu. Aulia / KR)")]
    [InlineData("(Laughter.) |There is a painting on the wall.")]
    // Lost blanks
    [InlineData("Ia datang terlambat.|Semua menunggu.")]
    [InlineData("Ia diam saja.|“Baik,” katanya.")]
    [InlineData("Baca di Kompas.com, Detik.Com, atau www.tempo.co. |Semuanya gratis.")]
    [InlineData("Investasi itu milik Kata.ai. |Dana yang diperoleh besar.")]
    [InlineData("Penyebabnya bakteri E.coli. |Bakteri itu hidup di usus.")]
    [InlineData("Ia menolak jabatan itu. |\u200eSangat hormat ia pada gurunya.")]
    [InlineData("Kelas System.Text.Json ada di ASP.NET Core. |Ia cepat.")]
    // Lists and names in lower case
    [InlineData("1. Gunung Bromo ada di Jawa Timur. |Ia indah.")]
    [InlineData("Begini caranya: 1. Rebus air. |2. Masukkan mi. |3. Aduk.")]
    [InlineData("Polisi menyita angka tebakan togel. |tak hanya itu, uangnya juga disita.")]
    [InlineData("Harga beras naik tajam. |namun warga tetap membeli.")]
    [InlineData("Demikian tuturnya, Minggu (29/10/2017). |ia menyebut tiga nama.")]
    [InlineData("Berat rata-ratanya approx. ini kilogram.")]
    [InlineData("Lihat juga hlm. ini.")]
    [InlineData("Ia membeli ponsel baru. |iPhone itu mahal. |e-KTP juga penting.")]
    public void Sentences_end_where_readers_end_them(string marked)
    {
        var sentences = SentenceSplitter.Split(marked.Replace("|", "", StringComparison.Ordinal));

        Assert.Equal(marked.Split('|').Select(sentence => sentence.Trim()), sentences);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    public void Nothing_gives_no_sentence(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Theory]
    [InlineData("Tanpa tanda akhir")]
    [InlineData("...")]
    [InlineData("?! . …")]
    [InlineData("Dr.")]
    public void A_text_without_an_end_within_it_is_one_sentence(string text) => Assert.Equal([text], SentenceSplitter.Split(text));

    [Fact]
    public void Line_breaks_and_hard_blanks_are_blanks() =>
        Assert.Equal(["Satu dua.", "Tiga empat."], SentenceSplitter.Split("  Satu\u00a0dua.\r\n\tTiga  empat. "));

    [Fact]
    public void Sentences_stand_verbatim_in_the_text_and_nothing_is_lost_between_them() => AnyText.Sample(text =>
    {
        var folded = WhiteSpace.Fold(text);
        var at = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            Assert.NotEqual("", sentence.Trim(' '));
            if (at > 0 && folded[at] == ' ')
                at++;
            Assert.StartsWith(sentence, folded[at..], StringComparison.Ordinal);
            at += sentence.Length;
        }

        Assert.Equal(folded.Length, at);
    });

    [Fact]
    public void A_sentence_that_was_split_off_is_not_split_again_at_its_end() =>
        Assert.All(SentenceSplitter.Split("Satu dua. Tiga empat? Lima enam!"), sentence => Assert.Single(SentenceSplitter.Split(sentence)));

    [Theory]
    [InlineData("(")]
    [InlineData(". ")]
    [InlineData("\"")]
    [InlineData("a")]
    [InlineData("A. ")]
    [InlineData("[1")]
    [InlineData("- ")]
    public void A_megabyte_of_one_thing_is_passed_over(string thing) =>
        Assert.NotEmpty(SentenceSplitter.Split(string.Concat(Enumerable.Repeat(thing, 1_000_000 / thing.Length))));
}
