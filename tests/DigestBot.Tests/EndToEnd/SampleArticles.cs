namespace DigestBot.EndToEnd;

/// <summary>Two small articles whose words the tests look for.</summary>
internal static class SampleArticles
{
    public const string Harbour = """
        ---
        title: Pelabuhan Baru
        date: 2026-11-20
        language: id
        ---
        Pelabuhan baru di pantai utara mulai melayani kapal barang pada bulan November. Pemerintah daerah berharap antrean truk di kota berkurang.

        ## Latar Belakang
        Pelabuhan lama sudah penuh sejak sepuluh tahun yang lalu. Kapal besar harus menunggu dua hari sebelum dapat bersandar.

        ## Kerjasama Ekonomi
        Tiga kabupaten sepakat membagi pendapatan pelabuhan menurut jumlah barang. Kesepakatan itu berlaku selama lima tahun dan dapat diperpanjang.

        ## Dampak Lingkungan
        Hutan bakau di sebelah timur tetap dijaga sebagai pelindung pantai. Nelayan setempat mendapat jalur khusus untuk melaut.
        """;

    public const string Lighthouse = """
        ---
        title: The Old Lighthouse
        date: 2026-11-21
        language: en
        ---
        The old lighthouse on the northern cape was lit again after forty years in the dark. Volunteers spent two summers repairing its lens.

        ## The Lens
        The lens was made of more than a thousand pieces of glass. Each of them was cleaned by hand and set back into its brass frame.

        ## The Keepers
        Four keepers share the work in shifts of one week. They record the weather every three hours.
        """;
}
