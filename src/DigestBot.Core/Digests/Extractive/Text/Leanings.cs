using DigestBot.Articles;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>
/// Openings that read better behind the sentence before them, and can be understood without it: softer than
/// <see cref="BackReferences"/>, which the network knows by the list that it learnt with.
/// </summary>
internal static class Leanings
{
    private const string First = "Yang pertama";

    private static readonly WordSet Copulas = new("ialah adalah yaitu yakni merupakan");

    private static readonly OpeningSet Openings = new(
        StringComparison.Ordinal,
        "Akibatnya", "Alasannya", "Apalagi", "Artinya", "Bahkan", "Begitu halnya", "Begitu juga", "Begitu pula", "Begitulah", "Caranya", "Contohnya", "Demikian",
        "Di antaranya", "Di dalamnya", "Di samping itu", "Di sisi lain", "Hal inilah", "Hal itulah", "Hasilnya", "Inilah",
        "Itulah", "Jadi", "Karena itulah", "Karenanya", "Ketiga,", "Kedua,", "Keempat,", "Kemudian", "Kendati begitu", "Kendati demikian", "Lalu", "Maka", "Maksudnya",
        "Meski begitu", "Meski demikian", "Meskipun begitu", "Meskipun demikian", "Misalnya", "Padahal", "Salah satunya", "Sama halnya", "Sebabnya", "Sedangkan",
        "Seluruhnya", "Semuanya", "Sehingga", "Seperti disebutkan", "Seperti sudah disebutkan", "Seperti telah disebutkan", "Selanjutnya", "Terlebih", "Untuk itu", "Walau begitu", "Walau demikian", "Yang kedua", "Yang ketiga", "Yang keempat", "Yang pertama", "Yang terakhir",
        "Accordingly", "Also", "And", "As a result", "As mentioned", "At that", "Because of this", "Both", "Consequently", "For example", "For instance", "Hence", "Her",
        "Here", "His", "If the trend", "In contrast", "In other words", "In practice", "Instead", "Its", "Likewise", "Meanwhile", "Nevertheless", "Nonetheless",
        "On the other hand", "Or", "Otherwise", "Second,", "Similarly", "So", "Still", "Such", "Their", "Then", "The former", "The latter", "Third,", "Without it", "Yet");

    /// <summary>Whether the sentence opens with one.</summary>
    public static bool Open(ReadOnlySpan<char> sentence) =>
        Openings.LengthIn(sentence) > 0 && !IntroducesFirst(sentence) || Conditions.PointBack(sentence);

    /// <summary>"Yang pertama ialah ..." can be the first that is heard of it; "Yang kedua ialah ..." can't.</summary>
    private static bool IntroducesFirst(ReadOnlySpan<char> sentence) =>
        sentence.StartsWith(First, StringComparison.Ordinal) && Copulas.Contains(Articles.Sentences.Words.Leading(sentence[First.Length..].TrimStart(' ')));
}
