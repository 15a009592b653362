using CsCheck;
using DigestBot.Articles;

namespace DigestBot.Digests.Extractive;

/// <summary>Articles of arbitrary text, likely and unlikely, for what must hold of all.</summary>
internal static class AnyArticle
{
    private static readonly Gen<string> Word = Gen.OneOf(
        "Jakarta, CNN Indonesia --", "Presiden", "mengatakan", "\"Kami", "siap,\"", "ujarnya.", "Ini", "Namun", "Mereka", "Baca juga:",
        "1.500", "(8/9/2017)", "Rp", "persen", "hasil-hasil", "we show", "This paper", "foto:", "(rsa)", "Kerja", "sama", "ekonomi", "ekonomi.");

    private static readonly Gen<string> Sentence = Gen.Frequency(
        (3, Word.List[1, 12].Select(words => string.Join(' ', words))),
        (1, Gen.String[1, 40]));

    private static readonly Gen<Section> Section =
        Gen.Select(Gen.Frequency((2, Word), (1, Gen.String[1, 20])), Sentence.Array[0, 6].Array[0, 5], SampleArticles.Part);

    public static Gen<Article> Any { get; } = Gen.Select(
        Gen.OneOf("id", "en", "und"), Sentence.Array[0, 8].Array[0, 6], Section.List[0, 4], Word.List[0, 6], Gen.Bool,
        (language, lead, sections, title, ownTitle) => SampleArticles.Plain(language, lead) with
        {
            Title = string.Join(' ', title),
            HasOwnTitle = ownTitle,
            Sections = sections,
        });
}
