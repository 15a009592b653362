using System.Collections.Frozen;

namespace DigestBot.Articles.Languages;

/// <summary>
/// The small words that hold sentences together, by language. Indonesian and Malay share most of theirs and differ
/// in a few.
/// </summary>
internal static class FunctionWords
{
    private static readonly (string Language, string Words)[] Lists =
    [
        ("id", """
            yang dan di ke dari untuk dengan pada dalam ini itu adalah akan tidak juga oleh karena atau sebagai bisa ada telah sudah
            dapat lebih saat namun menjadi kami kita mereka saya ia dia para tersebut bahwa seperti setelah antara hanya masih hingga
            secara ketika belum sejak harus agar sehingga jika maka sangat serta lalu yakni bagi tapi tetapi kepada terhadap banyak
            merupakan salah satu beberapa sekitar sementara menurut melalui maupun hal bukan lagi pun sebuah seorang tentang kini apa
            nya anda kalau gak nggak tak apakah bagaimana mengapa kapan siapa selama sampai tanpa
            kata ujar ujarnya katanya orang tahun hari baru baik besar dua tiga lain lainnya sendiri kembali bersama selain setiap pernah
            mengatakan dilakukan memiliki usai terkait sebelumnya selanjutnya kemudian pihak mulai jadi membuat hanya bahkan cukup pula
            begitu pertama memang aku sebelum
            """),
        ("en", """
            the of and to in is that for it was on with as are be this by at from or have an not but had has were which their they
            we you he she his her its can will would there been if more when who what all about into than our also these some could
            them other only may such how do does did i so up out my your no
            """),
        ("ms", """
            yang dan di ke dari untuk dengan pada dalam ini itu adalah akan tidak juga oleh atau sebagai ada telah sudah dapat lebih
            kami kita mereka saya dia para tersebut seperti antara hanya masih harus agar jika maka sangat serta bagi tetapi kepada
            terhadap banyak salah satu beberapa melalui hal bukan lagi pun sebuah seorang tentang apa anda
            orang tahun hari baru baik besar dua tiga lain sendiri kembali bersama selain setiap pernah memiliki pihak
            kerana bahawa syarikat perkhidmatan ogos disember julai sahaja iaitu sekiranya mesyuarat tarikh peratus jumaat isnin khamis
            jawatankuasa selepas
            """),
        ("jv", """
            ing lan saka iku kanthi sing marang kang dadi ora wis karo kanggo utawa uga iki ana nalika dening minangka sawijining
            amarga luwih menyang duwe durung arep kowe dheweke nanging kaya tansah sarta
            """),
        ("su", """
            jeung nu ti dina anu teu geus ogé oge keur sarta kana nyaéta nyaeta aya éta eta ieu henteu atawa mangrupa nyaho sangkan
            kudu urang maranéhna manéhna abdi mah téh teh naon kusabab ngeunaan nepi salah sahiji
            """),
        ("nl", """
            de het een van en in is dat op te zijn met voor niet die aan er om ook als bij maar dan nog naar heeft door uit wordt werd
            over deze hij ze wij worden geen tot zich hebben waren
            """),
        ("de", """
            der die das und ist von den mit zu des auf für im nicht ein eine sich dem als auch es an werden aus er hat dass sie nach
            wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur
            """),
        ("fr", """
            le la les de des du un une et est en que qui dans pour pas sur au plus par avec ce il sont se ne aux son mais cette ont été
            elle nous vous leur sa ou comme être était deux même ses à
            """),
        ("es", """
            el la los las de del que y en un una es por con para se no su al lo como más pero sus le ha este esta son entre cuando
            muy sin sobre también hasta donde está han desde nos fue era ser
            """),
        ("pt", """
            o a os as de do da dos das que e em um uma é por com para se não no na nos nas ao mais como mas foi seu sua ou quando
            muito já também pelo pela até isso ela ele são está entre depois sem mesmo
            """),
        ("it", """
            il lo la i gli le di del della dei delle che e è in un una per con non si da al dal nel alla sono come più ma anche ha
            questo questa tra essere stato suo loro dopo degli alle nella sul dalla
            """),
    ];

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> LanguagesOf = LanguagesByWord();

    /// <summary>The place of Indonesian among <see cref="Languages"/>.</summary>
    public static int Indonesian { get; } = Array.FindIndex(Lists, list => list.Language == "id");

    /// <summary>The place of Malay among <see cref="Languages"/>.</summary>
    public static int Malay { get; } = Array.FindIndex(Lists, list => list.Language == "ms");

    /// <summary>ISO 639-1 codes in the order of the counts.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Lists.Select(list => list.Language)];

    /// <summary>Counts the word, in lower case, for every language that has it.</summary>
    public static void Count(ReadOnlySpan<char> word, int[] hits)
    {
        if (!LanguagesOf.TryGetValue(word, out var languages))
            return;

        foreach (var language in languages)
            hits[language]++;
    }

    private static FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> LanguagesByWord() => Lists
        .SelectMany((list, language) => new WordSet(list.Words).Words.Select(word => (word, language)))
        .ToLookup(entry => entry.word, entry => entry.language)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
