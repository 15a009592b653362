namespace DigestBot.Articles.Sentences;

/// <summary>Verbs that name the speaker of a quotation.</summary>
internal static class SayingVerbs
{
    private static readonly WordSet Words = new(
        """
        kata ujar ucap tutur jelas ungkap tegas tambah tanya jawab seru papar terang imbuh sebut pungkas cetus teriak bisik sahut
        berkata bertanya menjawab mengatakan menyebut menegaskan menambahkan menjelaskan berseru berteriak berujar bertutur
        mengungkapkan menuturkan memaparkan menyahut berbisik mengakui mengaku membalas menulis
        said says asked asks replied answered added told wrote cried shouted whispered exclaimed explained insisted demanded
        wondered yelled remarked noted continued
        """);

    /// <summary>Those that hardly open a sentence of their own when they stand first.</summary>
    private static readonly WordSet Attributing = new("kata ujar ucap tutur ungkap tegas imbuh papar pungkas cetus");

    /// <summary>Whether the verb, right after a closing quotation mark, says whose words they were.</summary>
    public static bool Attribute(ReadOnlySpan<char> word) => Attributing.Contains(word);

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
