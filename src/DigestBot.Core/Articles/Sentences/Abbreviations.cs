namespace DigestBot.Articles.Sentences;

/// <summary>Shortened words, by what follows their full stop. Written as they stand in print; case counts.</summary>
internal static class Abbreviations
{
    /// <summary>A name or the rest of a phrase always follows: never the end of a sentence.</summary>
    private static readonly WordSet BeforeName = new(
        """
        Dr dr Drs Dra Ir Prof H Hj KH Tn Ny Nn Sdr Sdri Bpk Yth Ust Hb Alm Almh
        DR IR PROF DRS DRA HJ JL JEND Ph
        Pol Purn Jend Letjen Mayjen Brigjen Kol Letkol Kapt Lettu Letda Serka Sertu Serda Kopda Pratu Prada
        Laksda Laksma Marsda Marsma Komjen Irjen Kombes Kompol Aiptu Aipda Bripka Brigpol Briptu Bripda
        PT CV UD PD Fa Pvt PVT Tb Dk Dsn Jl Jln Gg Kab Kec Kel Kp Ds Komp Blk
        Rp hlm Pdt Pr Fr Br Tgk Rd Rm Sp Sprin Pid Dit Prov Dipl Plt
        Mr Mrs Ms Mx Messrs Gen Lt Col Capt Sgt Maj Cmdr Adm Rev Hon Gov Sen Rep Pres Supt Det Insp
        Univ Dept vs Vs cf viz approx ca Pte Dkt
        a.n u.p d.a u.b s.d a.d e.g i.e c.q q.q K.H R.A R.M R.Ng
        """);

    /// <summary>Only a number that follows makes it an abbreviation: "No. 5", but "He said no. Then he left."</summary>
    private static readonly WordSet BeforeNumber = new(
        """
        No no NO Nos nos Nr nr Hal hal hlm Hlm Vol vol Bab bab Ps ps Ay ay Art art Sec sec Ch ch Fig fig Figs figs
        Tab tab Gb Gbr gbr Jil jil Cet cet Ed ed pp Pp par Par para Eq eq Eqs eqs Rek rek Telp telp Tel tel Ext ext HP Kav kav
        RT RW Rt Rw Lt lt Sek sek Pkl pkl Tgl tgl Th th Thn thn App app US Rp RP rp Km km
        """);

    /// <summary>It closes a name or a phrase: the end only where a word follows that opens sentences.</summary>
    private static readonly WordSet AfterName = new(
        """
        St Ste Mt Ft Inc Ltd Corp Co Bhd Tbk tbk LLC Jr Sr Esq Bros al Eds Ed Assn Ave Blvd Rd est Est Cie Cia
        SH SE MM MH MSi MPd SPd SSos SKom SIP ST MT SAg MA Sc Lc RS SSK
        """);

    private static readonly WordSet Months = new(
        """
        Jan Feb Peb Mar Apr Jun Jul Ag Agt Agust Aug Sep Sept Okt Oct Nov Nop Des Dec
        """);

    /// <summary>A single letter after these words names a thing and is no initial.</summary>
    private static readonly WordSet Labelled = new(
        """
        tim Tim grup Grup kelas Kelas vitamin Vitamin hepatitis Hepatitis golongan Golongan blok Blok gedung Gedung pot Pot
        terminal Terminal tipe Tipe seri Seri plan Plan rencana Rencana poin Poin huruf Huruf dunia Dunia peringkat Peringkat
        nilai Nilai liga Liga divisi Divisi zona Zona kategori Kategori jalur Jalur kubu Kubu partai Partai pihak Pihak titik Titik SIM
        group Group team Team class Class type Type series Series point Point letter Letter war War part Part grade Grade
        section Section category Category level Level appendix Appendix option Option figure Figure influenza phase Phase
        """);

    private static readonly WordSet Domains = new("com Com COM net Net NET org Org id Id ID co go ac sch info Js js");

    /// <summary>Whether it is any of the shortened words.</summary>
    public static bool IsKnown(ReadOnlySpan<char> word) => IsBeforeName(word) || IsBeforeNumber(word) || IsAfterName(word) || IsMonth(word);

    public static bool IsBeforeName(ReadOnlySpan<char> word) => BeforeName.Contains(word);

    public static bool IsBeforeNumber(ReadOnlySpan<char> word) => BeforeNumber.Contains(word);

    public static bool IsAfterName(ReadOnlySpan<char> word) => AfterName.Contains(word);

    public static bool IsMonth(ReadOnlySpan<char> word) => Months.Contains(word);

    public static bool IsLabelled(ReadOnlySpan<char> word) => Labelled.Contains(word);

    public static bool IsDomain(ReadOnlySpan<char> word) => Domains.Contains(word);
}
