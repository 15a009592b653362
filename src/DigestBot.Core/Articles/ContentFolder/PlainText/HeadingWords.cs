namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Words that tell headings from sentences, Indonesian and English.</summary>
internal static class HeadingWords
{
    /// <summary>A line in sentence case that begins so is a sentence that lost its end, or points at one.</summary>
    private static readonly WordSet BackReferences = new(
        """
        Hal Ini Itu Dia Ia Beliau Mereka Kami Kita Saya Namun Tetapi Tapi Selain Sementara Sedangkan Menurut Adapun Sebelumnya Kemudian Dan Atau
        Bahkan Karena Sehingga Maka He She It They We This That These Those However Meanwhile Also Then There Thus Therefore
        """);

    /// <summary>Whole headings of one word, known even where a full stop closes them.</summary>
    private static readonly WordSet Known = new(
        """
        Introduction Background Method Methods Methodology Data Model Models Experiment Experiments Evaluation Result Results Discussion Analysis
        Implementation Application Applications Training Conclusion Conclusions Summary Overview Acknowledgments Acknowledgements Abstract Findings
        Pendahuluan Pembahasan Metode Metodologi Hasil Analisis Kesimpulan Penutup Simpulan Saran Abstrak Pengantar Ringkasan Epilog Prolog
        """);

    /// <summary>Written small in headings whose other words are capitalised.</summary>
    private static readonly WordSet Small = new(
        """
        yang dan di ke dari untuk dengan pada dalam atau oleh para bagi serta sebagai hingga tentang terhadap antara atas via vs per
        the of and to in for on with as by at from or an a into over vs about after before
        """);

    /// <summary>Headings that open a text without naming it, as <see cref="FoldedName"/> writes them.</summary>
    private static readonly WordSet Openings = new(
        """
        introduction abstract background overview summary preface foreword motivation pendahuluan pengantar abstrak ringkasan prakata intisari
        latarbelakang latarbelakangmasalah katapengantar executivesummary
        """);

    public static bool IsBackReference(ReadOnlySpan<char> word) => BackReferences.Contains(word);

    public static bool IsKnown(ReadOnlySpan<char> word) => Known.Contains(word);

    public static bool IsSmall(ReadOnlySpan<char> word) => Small.Contains(word);

    public static bool IsOpening(string heading) => Openings.Contains(new FoldedName(heading).Letters);
}
