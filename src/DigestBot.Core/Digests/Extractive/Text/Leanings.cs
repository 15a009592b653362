namespace DigestBot.Digests.Extractive.Text;

/// <summary>
/// Openings that read better behind the sentence before them, and can be understood without it: softer than
/// <see cref="BackReferences"/>, which the network knows by the list that it learnt with.
/// </summary>
internal static class Leanings
{
    private static readonly OpeningSet Openings = new(
        StringComparison.Ordinal,
        "Akibatnya", "Alasannya", "Apalagi", "Artinya", "Bahkan", "Begitu juga", "Begitu pula", "Begitulah", "Caranya", "Contohnya", "Demikian",
        "Di antaranya", "Di dalamnya", "Di samping itu", "Di sana", "Di sisi lain", "Di situ", "Hal inilah", "Hal itulah", "Hasilnya", "Inilah",
        "Itulah", "Jadi", "Karena itulah", "Karenanya", "Ketiga,", "Kedua,", "Keempat,", "Kemudian", "Kendati begitu", "Kendati demikian", "Lalu", "Maka", "Maksudnya",
        "Meski begitu", "Meski demikian", "Meskipun begitu", "Meskipun demikian", "Misalnya", "Padahal", "Salah satunya", "Sebabnya", "Sedangkan",
        "Seluruhnya", "Semuanya", "Sehingga", "Selanjutnya", "Terlebih", "Untuk itu", "Walau begitu", "Walau demikian",
        "Accordingly", "Also", "And", "As a result", "At that", "Because of this", "Both", "Consequently", "For example", "For instance", "Hence", "Her",
        "Here", "His", "In contrast", "In other words", "In practice", "Instead", "Its", "Likewise", "Meanwhile", "Nevertheless", "Nonetheless",
        "On the other hand", "Or", "Otherwise", "Second,", "Similarly", "So", "Still", "Such", "Their", "Then", "The former", "The latter", "Third,", "Without it", "Yet");

    /// <summary>Whether the sentence opens with one.</summary>
    public static bool Open(ReadOnlySpan<char> sentence) => Openings.LengthIn(sentence) > 0;
}
