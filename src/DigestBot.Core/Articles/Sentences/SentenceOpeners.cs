namespace DigestBot.Articles.Sentences;

/// <summary>Words that, in upper case, open sentences far more often than they stand in names.</summary>
internal static class SentenceOpeners
{
    private static readonly WordSet Words = new(
        """
        Ini Itu Hal Dia Ia Beliau Mereka Kami Kita Saya Aku Anda Kamu Kalian Namun Tetapi Tapi Akan Sementara Sedangkan Selain
        Setelah Sebelum Sebelumnya Ketika Saat Pada Di Dari Ke Dalam Dengan Untuk Bagi Oleh Karena Sebab Jika Bila Apabila Kalau
        Meski Meskipun Walau Walaupun Agar Supaya Sejak Hingga Sampai Selama Selanjutnya Kemudian Lalu Akhirnya Adapun Menurut
        Berdasarkan Seperti Bahkan Juga Dan Atau Serta Para Ada Adalah Tidak Tak Bukan Belum Sudah Telah Masih Semua Setiap Tiap
        Beberapa Banyak Sejumlah Sebagian Sebanyak Sekitar Seorang Sebuah Suatu Salah Satu Dua Tiga Apa Siapa Mengapa Kenapa Bagaimana
        Kapan Berapa Mana Maka Padahal Sehingga Kini Sekarang Kemarin Nanti Hari Tahun Bulan Sang Si Yang Sebagai Secara Demikian
        Begitu Tentang Terhadap Antara Atas Bawah Tanpa Melalui Lewat Hanya Cuma Justru Malah Memang Tentu Tentunya Diketahui Diduga
        Sebaliknya Sesuai Usai Berikut Bersama Lebih Hampir Rencananya Rupanya Ternyata Terkait Termasuk Total Keduanya Ketiganya
        The A An This That These Those He She It They We You I His Her Its Their Our Your My There Here In On At By For From With
        To Of As If When While After Before Since Until Although Though Because But And Or So Yet However Moreover Furthermore
        Therefore Thus Then Now Meanwhile Instead Nevertheless Also What Who Which Where Why How No Not All Some Many Most Each Every
        Both Another Other Such One Two Three Its Once Only Even Under Over During Despite According Today Yesterday
        """);

    /// <summary>Words that begin a sentence even where its writer forgot the capital, and hardly go on with one.</summary>
    private static readonly WordSet Uncapitalised = new(
        """
        namun tetapi tapi padahal bahkan meski meskipun kemudian lalu selain sementara setelah sebelumnya selanjutnya ketika saat menurut
        jika bila kalau apabila ini itu inilah itulah ia dia mereka kami kita saya tak tidak hampir hari kini jadi melalui masih salah
        however but then he she it they we
        """);

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>Whether the word, in lower case, opens a sentence after a plain word and a full stop.</summary>
    public static bool ContainsUncapitalised(ReadOnlySpan<char> word) => Uncapitalised.Contains(word);
}
