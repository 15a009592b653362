using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

public sealed class SentenceScannerTests
{
    [Theory]
    [InlineData("Anak-anak membayar Rp1.500 di D'Cost.", "anak-anak membayar rp1.500 di d'cost")]
    [InlineData("Naik 7,5 persen -- begitulah...", "naik 7 5 persen begitulah")]
    [InlineData("snake_case dan -tanda-", "snake case dan tanda")]
    public void Words_are_joined_by_what_stands_between_letters(string sentence, string expected)
    {
        var vocabulary = new Vocabulary(8);
        var scanner = new SentenceScanner(vocabulary);
        scanner.Scan(sentence, opensUnit: false);
        Assert.Equal(expected.Split(' '), scanner.Words.ToArray().Select(word => vocabulary[word.Id]));
    }

    [Theory]
    [InlineData("Namun hujan turun.", SentenceTraits.PointsBack | SentenceTraits.Contrast)]
    [InlineData("\"Kami siap,\" kata Budi.", SentenceTraits.Quotation | SentenceTraits.StartsWithQuotation | SentenceTraits.FirstPerson | SentenceTraits.Saying)]
    [InlineData("Hal itu baik.", SentenceTraits.PointsBack | SentenceTraits.Pronoun)]
    [InlineData("Halnya baik.", SentenceTraits.None)]
    [InlineData("Baca juga kisah lain", SentenceTraits.Boilerplate | SentenceTraits.Scrap | SentenceTraits.Unfinished)]
    [InlineData("Bacalah juga.", SentenceTraits.None)]
    [InlineData("Hasil-hasilnya ada.", SentenceTraits.Cue)]
    [InlineData("We Show swifts here.", SentenceTraits.Cue | SentenceTraits.FirstPerson)]
    [InlineData("Acara pada (24/7) usai.", SentenceTraits.DateInBrackets | SentenceTraits.Digit)]
    [InlineData("Acara pada (24/7/17) usai.", SentenceTraits.DateInBrackets | SentenceTraits.Digit)]
    [InlineData("Nilainya (1/2/3/4) ganjil.", SentenceTraits.Digit)]
    [InlineData("Harganya $5.", SentenceTraits.Money | SentenceTraits.Digit)]
    [InlineData("berikut rincian biayanya:", SentenceTraits.StartsInLowerCase | SentenceTraits.PointsForward | SentenceTraits.EndsWithColon | SentenceTraits.Unfinished)]
    [InlineData("Sebelumnya begitu?", SentenceTraits.Previously | SentenceTraits.Time | SentenceTraits.Question)]
    internal void Traits_are_found_in_one_pass(string sentence, SentenceTraits expected) =>
        Assert.Equal(expected, Scan(sentence).Traits & ~(SentenceTraits.LeansBack | SentenceTraits.PointsAtThing | SentenceTraits.LacksOwner));

    [Theory]
    [InlineData("Baca juga: Harga beras naik lagi.")]
    [InlineData("Baca: Harga beras naik lagi")]
    [InlineData("Penulis: Sri Wahyuni")]
    [InlineData("FOTO : Antara/Budi")]
    [InlineData("Warga mengantre beras di Solo (Foto: Antara)")]
    [InlineData("(Antara)")]
    [InlineData("(T.KR - ADW / H013)")]
    [InlineData("Suara.com -")]
    [InlineData("Read more about the eruption")]
    internal void A_credit_a_caption_or_a_pointer_to_another_page_is_a_scrap(string line) => Assert.True(Scan(line).Is(SentenceTraits.Scrap));

    [Theory]
    [InlineData("Bacalah doa sebelum makan.")]
    [InlineData("Foto udara itu menunjukkan kawah baru.")]
    [InlineData("(Kereta itu berangkat pukul enam pagi, dan tiba pukul delapan malam di Surabaya.)")]
    [InlineData("Hujan turun.")]
    [InlineData("Polisi membaca juga surat itu.")]
    internal void A_sentence_of_the_text_is_no_scrap(string line) => Assert.False(Scan(line).Is(SentenceTraits.Scrap));

    [Theory]
    [InlineData("Akibatnya, air sungai meluap.")]
    [InlineData("As a result, the river floods.")]
    [InlineData("Kedua, harga pupuk naik.")]
    [InlineData("Without it, nothing grows.")]
    [InlineData("Setelah tsunami besar, mereka pindah ke bukit.")]
    [InlineData("Model mereka meramalkan panen.")]
    [InlineData("Dalam laporan tahunan, ia meminta maaf.")]
    [InlineData("In winter it freezes over.")]
    [InlineData("Enam dasawarsa kemudian, kereta kembali.")]
    [InlineData("Two years later, the mine closed.")]
    [InlineData("Jika tidak, jembatan itu runtuh.")]
    [InlineData("Kalau memang begitu, warga pindah.")]
    [InlineData("Apabila demikian, harga naik.")]
    [InlineData("If not, the bridge falls.")]
    [InlineData("If so, prices rise.")]
    [InlineData("If the trend continued, prices would fall.")]
    [InlineData("Sama halnya dengan padi, jagung butuh air.")]
    [InlineData("Begitu halnya di Bandung.")]
    [InlineData("Seperti disebutkan di atas, airnya asin.")]
    [InlineData("Yang kedua ialah hutan bakau.")]
    [InlineData("Yang pertama lebih murah.")]
    [InlineData("Alasan lain ialah biaya.")]
    [InlineData("Another reason is the price.")]
    [InlineData("\"Kami siap berangkat,\" ujarnya.")]
    [InlineData("\"Kami siap berangkat,\" kata dia.")]
    [InlineData("\"We are ready,\" she said.")]
    [InlineData("3. Rebus air sampai mendidih.")]
    [InlineData("Sehari kemudian ia membatalkannya.")]
    [InlineData("Two years later the mine closed.")]
    [InlineData("Neither failure came from the code.")]
    [InlineData("None of them survived.")]
    [InlineData("Most of it comes from small workshops.")]
    [InlineData("One reason for haste was that the Earth spins faster.")]
    [InlineData("One reason is that the Earth now spins faster.")]
    [InlineData("The price is that the clock is wrong for a day.")]
    [InlineData("Satu alasan ialah putaran bumi yang makin cepat sejak lama.")]
    [InlineData("Salah satu penyebabnya hujan lebat yang turun sejak malam.")]
    [InlineData("Di sana, 90 persen penerimaan dikembalikan.")]
    public void A_sentence_reads_as_torn_out_without_the_one_before_it(string sentence) => Assert.True(Scan(sentence).Is(SentenceTraits.LeansBack));

    [Theory]
    [InlineData("Jika tidak hujan, jembatan dibuka.")]
    [InlineData("Jika harga beras naik, tidak semua warga membeli.")]
    [InlineData("If rain is so rare, nothing grows.")]
    [InlineData("Yang pertama ialah hutan bakau.")]
    [InlineData("Yang pertamanya murah kini mahal.")]
    [InlineData("Jalan layang dibuka kemarin.")]
    [InlineData("Kedua negara menandatangani perjanjian.")]
    [InlineData("Putin dan Kim membungkus kerja sama mereka.")]
    [InlineData("Menurut Olly, ia menerima tamu.")]
    [InlineData("In winter the river freezes, and children skate on it.")]
    [InlineData("Warga kemudian pulang.")]
    [InlineData("Antara lain beras dan gula.")]
    [InlineData("\"Kami siap berangkat,\" kata Budi.")]
    [InlineData("Budi mengatakan dia siap.")]
    [InlineData("1. Rebus air sampai mendidih.")]
    [InlineData("2017 menjadi tahun yang basah.")]
    [InlineData("Neither the mayor nor the governor came.")]
    [InlineData("One person was killed on the bridge last night.")]
    [InlineData("One of the most famous findings of all was that tides slow the Earth.")]
    [InlineData("The fact is that nobody on the island knew of it.")]
    [InlineData("The claim of the police is that nobody was there.")]
    [InlineData("Salah satu penyebab banjir di kota tua ialah sampah.")]
    [InlineData("Di sana-sini genangan masih setinggi lutut.")]
    public void A_sentence_that_names_whom_it_tells_of_does_not(string sentence) => Assert.False(Scan(sentence).Is(SentenceTraits.LeansBack));

    [Theory]
    [InlineData("Jalan layang yang baru itu dibuka kemarin.")]
    [InlineData("Kota berpenduduk sepuluh juta jiwa tersebut macet.")]
    [InlineData("Capaian ini mengejutkan warga.")]
    [InlineData("Ilmu pengetahuan dapat mengatakan di mana gempa semacam itu terjadi.")]
    [InlineData("Di sejumlah tempat lumpur bertambah dan mangrove tumbuh di belakang pagar itu.")]
    [InlineData("Farmers watch these weeks closely.")]
    [InlineData("Billions of people arrange their planting, their travel and their electricity around that turn.")]
    public void A_thing_that_was_named_before_is_pointed_at(string sentence) => Assert.True(Scan(sentence).Is(SentenceTraits.PointsAtThing));

    [Theory]
    [InlineData("Kapal pesiar menabrak perahu, dan kapal itu tenggelam.")]
    [InlineData("Guncangan itu sendiri sudah menjadi peringatan.")]
    [InlineData("Warga kota yang sejak pagi menunggu menyambut keputusan itu.")]
    [InlineData("Pada masa yang sulit ini harga naik.")]
    [InlineData("The mayor thanked those who had come.")]
    [InlineData("The mayor said that the road is closed.")]
    public void A_thing_that_the_sentence_names_is_not(string sentence) => Assert.False(Scan(sentence).Is(SentenceTraits.PointsAtThing));

    [Theory]
    [InlineData("Batasnya ditarik para ahli.")]
    [InlineData("Di peta, bentuknya bulat.")]
    public void What_belongs_to_something_named_before_lacks_its_owner(string sentence) => Assert.True(Scan(sentence).Is(SentenceTraits.LacksOwner));

    [Theory]
    [InlineData("Biasanya air sungai meluap pada bulan Januari.")]
    [InlineData("Wallace hidup dari penjualan koleksinya.")]
    [InlineData("Dalam pidatonya, Budi meminta maaf.")]
    public void What_belongs_to_something_named_here_does_not(string sentence) => Assert.False(Scan(sentence).Is(SentenceTraits.LacksOwner));

    [Theory]
    [InlineData("Berikut daftarnya:")]
    [InlineData("Berikut beberapa fakta tentang nyamuk.")]
    [InlineData("Here are the five rules.")]
    [InlineData("Tiga hal perlu disiapkan:")]
    internal void A_sentence_that_only_announces_points_forward(string line) => Assert.True(Scan(line).Is(SentenceTraits.PointsForward));

    [Theory]
    [InlineData("Berikutnya, kereta ditambah dua rangkaian.")]
    [InlineData("Simaklah: dua rangkaian ditambah.")]
    internal void A_sentence_that_tells_something_does_not(string line) => Assert.False(Scan(line).Is(SentenceTraits.PointsForward));

    [Theory]
    [InlineData("“Awal kutipan.", false, true)]
    [InlineData("Akhir kutipan.”", true, false)]
    [InlineData("“Utuh.”", true, true)]
    [InlineData("Tanpa tanda.", true, true)]
    [InlineData("\"Lurus.", false, true)]
    [InlineData("\"Lurus\".", true, true)]
    public void A_quotation_stays_open_until_it_is_closed(string sentence, bool before, bool after) =>
        Assert.Equal(after, QuotationMarks.In(sentence).LeavesOpen(before));

    [Theory]
    [InlineData("Jalur itu sampai ke Eropa.¹", false)]
    [InlineData("Jalur itu sampai ke Eropa.[12]", false)]
    [InlineData("“Jalur itu sampai ke Eropa.”", false)]
    [InlineData("Luas jalur itu 5 km²", true)]
    public void A_note_behind_its_end_leaves_a_sentence_finished(string sentence, bool isUnfinished) =>
        Assert.Equal(isUnfinished, Scan(sentence).Is(SentenceTraits.Unfinished));

    private static ScannedSentence Scan(string sentence) => new SentenceScanner(new Vocabulary(8)).Scan(sentence, opensUnit: false);
}
