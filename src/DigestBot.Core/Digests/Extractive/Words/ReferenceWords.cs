using System.Collections.Frozen;

namespace DigestBot.Digests.Extractive.Words;

/// <summary>Words that stand for something named before. The network does not know them: they are for how a digest reads.</summary>
internal static class ReferenceWords
{
    private const string Suffix = "nya";
    private const int ShortestOwned = 6;

    private const string Demonstratives = "itu itulah ini tersebut tadi that these those";

    private const string Substitutes = "mereka ia dia beliau they it he she";

    /// <summary>Words that begin a sentence without naming what it is about.</summary>
    private const string Particles = """
        di ke dari pada dalam dengan untuk bagi oleh lewat melalui sejak hingga sampai selama saat ketika setelah sesudah sebelum usai
        menjelang karena akibat berkat jika bila apabila kalau agar meski meskipun walau walaupun menurut tanpa antara terhadap atas sebagai
        in on at by for from with within without after before during since until under over through when while if because although as to of around about
        """;

    private const string Laters = "kemudian later";

    private const string Others = "lain lainnya another other";

    private const string Introducers = "sebuah seorang seekor suatu sebatang selembar sepasang sekelompok bernama dinamai dinamakan a an named";

    private const string Fillers = "yang para dan atau juga akan lebih satu dua tiga sudah telah masih the and or";

    /// <summary>Words in "-nya" that own nothing: they say when, how surely or how the writer feels about it.</summary>
    private const string Adverbs = """
        biasanya sebenarnya umumnya sepenuhnya hanya khususnya terutamanya setidaknya sedikitnya setidak-tidaknya sekurang-kurangnya
        seharusnya semestinya sebaiknya selayaknya sepatutnya rupanya tampaknya nampaknya kelihatannya kiranya agaknya nyatanya
        kenyataannya sesungguhnya sejatinya pastinya tentunya mestinya harusnya awalnya mulanya semula-mulanya tadinya dulunya dahulunya
        akhirnya nantinya sebelumnya rencananya sejauhnya sebanyak-banyaknya selama-lamanya selamanya seterusnya selanjutnya
        sewaktu-waktunya adanya seandainya punya bertanya tanya menanya hakikatnya idealnya seringnya seutuhnya seluruhnya semuanya
        keduanya menurutnya secepatnya sebesar-besarnya sepertinya layaknya seperlunya secukupnya
        """;

    private static readonly FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> Lookup = Gather();

    /// <summary>What a word in lower case stands for.</summary>
    public static WordTraits TraitsOf(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var traits)) return traits;
        return word.Length >= ShortestOwned && word.EndsWith(Suffix, StringComparison.Ordinal) ? WordTraits.Owned : WordTraits.None;
    }

    private static FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> Gather()
    {
        var traits = new Dictionary<string, WordTraits>(StringComparer.Ordinal);
        foreach (var (words, trait) in (ReadOnlySpan<(string, WordTraits)>)
        [
            (Demonstratives, WordTraits.Demonstrative), (Substitutes, WordTraits.Substitute), (Particles, WordTraits.Particle), (Adverbs, WordTraits.None),
            (Laters, WordTraits.Later), (Others, WordTraits.Other), (Fillers, WordTraits.Filler),
            (Introducers, WordTraits.Introduces),
        ])
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) traits[word] = trait;
        }

        return traits.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
