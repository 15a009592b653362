using System.Collections.Frozen;

namespace DigestBot.Digests.Extractive.Words;

/// <summary>The words that the features know, Indonesian and English in one list each: a text needs no known language.</summary>
internal static class WordLists
{
    private const string Saying = """
        according added beber bebernya cetus dikutip dilansir imbuh imbuhnya jelas jelasnya kata katanya lanjut
        lanjutnya memaparkan menambahkan menegaskan mengatakan mengungkapkan menjelaskan menurut menurutnya menuturkan
        menyatakan menyebutkan papar paparnya pungkas pungkasnya said says sebut sebutnya stated tambah tambahnya
        tandas tandasnya tegas tegasnya terang terangnya told tutur tuturnya ucap ucapnya ujar ujarnya ungkap
        ungkapnya
        """;

    private const string FirstPerson = """
        aku gue i kami kita me my our saya us we
        """;

    private const string Pronoun = """
        beliau dia he her his ia ini it its itu keduanya mereka she tersebut that their these they this those
        """;

    private const string Contrast = """
        although but however meski meskipun namun padahal sebaliknya sedangkan sementara tapi tetapi though walau
        walaupun while yet
        """;

    private const string Addition = """
        additionally also apalagi bahkan furthermore juga kemudian lalu moreover selain selanjutnya terlebih then
        """;

    private const string Cause = """
        akibat because hence jadi karena maka oleh pasalnya sebab sehingga since so therefore thus
        """;

    private const string Time = """
        after before dalam during in kemarin ketika kini now on pada previously saat sebelumnya sejak sekarang setelah
        usai when
        """;

    private const string Cue = """
        utama penting kesimpulan menandai bertujuan tujuan menunjukkan hasil penelitian berhasil akhirnya resmi
        mengumumkan significant significantly outperform outperforms
        """;

    private const string Money = "rp persen percent miliar juta triliun million billion";

    private static readonly FrozenDictionary<string, WordTraits> Traits = Gather();

    /// <summary>Finds the traits of a word in lower case without making a string of it.</summary>
    public static FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; } =
        Traits.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, WordTraits> Gather()
    {
        var traits = new Dictionary<string, WordTraits>(StringComparer.Ordinal);
        Add(Saying, WordTraits.Saying);
        Add(FirstPerson, WordTraits.FirstPerson);
        Add(Pronoun, WordTraits.Pronoun);
        Add(Contrast, WordTraits.Contrast);
        Add(Addition, WordTraits.Addition);
        Add(Cause, WordTraits.Cause);
        Add(Time, WordTraits.Time);
        Add("sebelumnya", WordTraits.Previously);
        Add(Cue, WordTraits.Cue);
        Add(Money, WordTraits.Money);
        foreach (var opener in Phrases.Openers) Add(opener, WordTraits.OpensPhrase);
        return traits.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string words, WordTraits trait)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                traits[word] = traits.GetValueOrDefault(word) | trait;
        }
    }
}
