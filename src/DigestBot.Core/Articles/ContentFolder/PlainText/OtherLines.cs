using DigestBot.Articles.Sentences;

namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Short lines that news and letters are full of and that head nothing: by-lines, captions, dates, scores, links.</summary>
internal static class OtherLines
{
    /// <summary>What such a line begins with, in any case.</summary>
    private static readonly string[] Beginnings =
    [
        "oleh ", "oleh:", "baca juga", "baca_juga", "baca:", "baca selengkapnya", "baca pula", "lihat juga", "simak juga", "simak:", "tonton juga",
        "berita terkait", "sumber berita", "via ", "header:", "artikel terkait", "read also", "read more", "also read", "see also", "related:", "yth.", "kepada yth", "dear ",
        "hormat kami", "salam hangat", "advertisement", "iklan", "scroll ", "halaman ", "page ", "copyright", "hak cipta", "©", "bagikan", "share ",
        "dok.", "http", "www.", "berikut", "inilah ", "hal itu ", "hal ini ", "hal tersebut ", "terutama ", "salah satunya ", "berita lain",
    ];

    private const string By = "by ";

    /// <summary>What only captions, credits and addresses hold.</summary>
    private static readonly string[] Marks =
    [
        "(foto", "(photo", "(dok", "foto:", "photo:", "(c)", "(gambar", "(ilustrasi", "(sumber", "/afp", "/reuters", "/antara", "/ap ", "getty images",
        "://", "www.", "@", ".com/", ".com /", ".com -", ".co.id",
        ") - ", ") – ", ".net -", ".net –", ": rp", "pelatih:", ", ini ", ", begini ",
    ];

    /// <summary>Words after which a colon, a stroke or a number makes the line a caption or a credit.</summary>
    private static readonly WordSet Labels = new(
        """
        Foto FOTO Photo Gambar GAMBAR Ilustrasi Tabel TABEL Grafik Infografis Peta Video VIDEO Figure Fig Table Image Map Chart Caption Credit
        Editor Editors Penulis Reporter Kontributor Pewarta Penyunting Redaktur Fotografer Sumber Source Sources Laporan Tags Tag Topik Kategori
        Label Pelatih Cadangan Wasit Penjaga Skor Manajer Coach Subs Substitutes Referee Stadion Formasi Penonton Pencetak Gol Kartu
        Author Writer Posted Published Updated Diperbarui Terbit Tanggal Date Telp Email Kontak Contact Reference References
        """);

    private static readonly WordSet TimeWords = new(
        """
        Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember Jan Feb Mar Apr Jun Jul Agu Agt Sep Okt Nov Des
        January February March May June July August October December Aug Oct Dec
        Senin Selasa Rabu Kamis Jumat Jum'at Sabtu Minggu Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        Mon Tue Wed Thu Fri Sat Sun WIB WITA WIT GMT UTC AM PM am pm pukul Pukul st nd rd th of at
        """);

    /// <param name="line">Which.</param>
    /// <param name="isAmongQuestions">Other lines that ask are headings here.</param>
    public static bool IsOther(TextLine line, bool isAmongQuestions = false) =>
        IsOther(line.Text) || LeadIns.IsOne(line, isAmongQuestions) || IsByLine(line);

    private static bool IsOther(string text) =>
        Array.Exists(Beginnings, beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) ||
        Array.Exists(Marks, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) || text.EndsWith(".com", StringComparison.Ordinal) ||
        IsLabelled(text) || IsPointer(text) || IsMostlyNumbers(text) || HoldsScore(text) || IsDate(text) || IsNameList(text);

    /// <summary>"By Jane Doe"; "By the Numbers" between blank lines is a heading.</summary>
    private static bool IsByLine(TextLine line) => line.Text.StartsWith(By, StringComparison.OrdinalIgnoreCase) &&
        !(line.StandsAlone && LetterCase.IsTitle(line.Text) && HeadingWords.IsSmall(Words.Leading(line.Text.AsSpan(By.Length))));

    private static bool IsLabelled(string text)
    {
        var word = Words.Leading(text);
        if (word.Length == text.Length || !Labels.Contains(word))
            return false;

        var after = text.AsSpan(word.Length).TrimStart(' ');
        return after[0] is ':' or '/' or '|' || char.IsAsciiDigit(after[0]) || text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 24;
    }

    /// <summary>"PIALA AFF: Kapan Digelar?", "BERITA JUVE - Cedera Tidak Parah": the headline of another article under its rubric.</summary>
    private static bool IsPointer(string text)
    {
        var end = text.AsSpan().IndexOfAny(":–-");
        var rubric = end > 0 ? text.AsSpan(0, end).TrimEnd(' ') : default;
        return rubric.Count(' ') > 0 && !HeadingNumbers.BeginWithPart(text) && end + 1 < text.Length && text[end + 1] == ' ' &&
            IsInCapitals(rubric) && !IsInCapitals(text.AsSpan(end + 1));
    }

    private static bool IsInCapitals(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLower(character) || char.IsDigit(character))
                return false;
        }

        return true;
    }

    /// <summary>A line-up: "Navas, Carvajal, Varane, Nacho".</summary>
    private static bool IsNameList(string text) => text.AsSpan().Count(", ") > 2;

    private static bool IsMostlyNumbers(string text)
    {
        var letters = 0;
        var digits = 0;
        foreach (var character in text)
        {
            if (char.IsLetter(character))
                letters++;
            else if (char.IsDigit(character))
                digits++;
        }

        return letters == 0 || digits > letters;
    }

    /// <summary>"Persib 2-1 Persija", "Indonesia 3 – 0 Vietnam"; years are longer.</summary>
    private static bool HoldsScore(string text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] is not ('-' or '–' or '—'))
                continue;

            var left = text.AsSpan(0, i).TrimEnd(' ');
            var right = text.AsSpan(i + 1).TrimStart(' ');
            if (DigitsAtEnd(left) is 1 or 2 && DigitsAtStart(right) is 1 or 2)
                return true;
        }

        return false;
    }

    private static int DigitsAtEnd(ReadOnlySpan<char> text) => text.Length - (text.LastIndexOfAnyExceptInRange('0', '9') + 1);

    private static int DigitsAtStart(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    /// <summary>A day, perhaps with a place before it and a clock time after it.</summary>
    private static bool IsDate(string text)
    {
        var timeWords = 0;
        var digits = 0;
        var others = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim(",.()|/-–");
            if (TimeWords.Contains(word))
                timeWords++;
            else if (word.Length > 0 && char.IsAsciiDigit(word[0]))
                digits++;
            else if (word.Length > 0)
                others++;
        }

        return timeWords > 0 && digits > 0 && others <= (text.Contains(',', StringComparison.Ordinal) ? 2 : 0);
    }
}
