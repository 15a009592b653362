using DigestBot.Articles;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>
/// Finds the words of a sentence that stand for something it does not name itself: "Kota yang ramai itu ...", "Setelah tsunami,
/// mereka ...", "Di peta, bentuknya ...". A guess by form, made so that it errs where nothing is lost by it.
/// </summary>
internal readonly ref struct References(ReadOnlySpan<ScannedWord> words, Vocabulary vocabulary)
{
    private static readonly WordSet Times = new("""
        detik semenit menit sejam jam hari sehari pekan sepekan minggu seminggu bulan sebulan tahun setahun dasawarsa sedasawarsa dekade abad seabad
        second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries
        """);

    private const int ReachOfThing = 8;
    private const int ReachOfHere = 3;
    private const int ReachOfPerson = 6;
    private const int ReachOfOwner = 6;
    private const int ReachOfLater = 4;

    private readonly ReadOnlySpan<ScannedWord> _words = words;
    private readonly Vocabulary _vocabulary = vocabulary;

    /// <summary>What the sentence leaves open.</summary>
    public SentenceTraits Find()
    {
        var traits = SentenceTraits.None;
        for (var place = 0; place < _words.Length; place++)
        {
            var word = TraitsAt(place);
            if ((word & WordTraits.Refers) == 0) continue;
            if ((word & WordTraits.Demonstrative) != 0 && PointsOutside(place)) traits |= SentenceTraits.PointsAtThing;
            if ((word & WordTraits.Owned) != 0 && IsOwnerUnnamed(place, word)) traits |= SentenceTraits.LacksOwner;
            if (IsPersonUnnamed(place, word) || IsSpeakerUnnamed(place, word) || IsLater(place, word) || IsOther(place, word))
                traits |= SentenceTraits.LeansBack;
        }

        return traits;
    }

    /// <summary>
    /// Near the beginning it makes the subject one that was named before. Further on, a sentence that begins with what it is
    /// about ("Warga kota menyambut keputusan itu") has mostly named the thing by another word.
    /// </summary>
    private bool PointsOutside(int place)
    {
        if (place == 0) return false;
        if (WordAt(place - 1) == "semacam") return true;
        if (place >= ReachOfThing && !Nouns.FollowIt(WordAt(place)) && (!Is(0, WordTraits.Particle) || HasName(1, place))) return false;
        return Points(place) && !Nouns.PointedAtBy(place, _words, _vocabulary).OccurIn(_words[..Math.Max(0, place - Nouns.Longest)]);
    }

    /// <summary>"at that time" but not "he says that the time"; "those days" but not "those who"; not "itu sendiri"; "Capaian ini ..." but not "pada masa ini".</summary>
    private bool Points(int place) => WordAt(place) switch
    {
        "that" => Is(place - 1, WordTraits.Particle) && place + 1 < _words.Length && !Is(place + 1, WordTraits.Particle | WordTraits.Substitute)
            && WordAt(place + 1) is not ("the" or "a" or "is" or "was" or "this"),
        "these" or "those" => !Is(place + 1, WordTraits.Particle) && WordAt(place + 1) is not ("who" or "which" or "that" or "whose"),
        "itu" or "itulah" => WordAt(place + 1) is not "sendiri",
        "ini" => place < ReachOfHere,
        _ => true,
    };

    /// <summary>"Model mereka ...", "In winter it ..."; a name before it is whom it stands for: "Menurut Budi, ia ...".</summary>
    private bool IsPersonUnnamed(int place, WordTraits word) =>
        (word & WordTraits.Substitute) != 0 && place is > 0 and < ReachOfPerson && (place == 1 || Is(0, WordTraits.Particle))
        && (WordAt(place) is "mereka" or "they" or "it" || !HasName(1, place));

    /// <summary>"Di peta, bentuknya ..."; not "Dalam pidatonya, Budi ...", whose owner comes after it.</summary>
    private bool IsOwnerUnnamed(int place, WordTraits word) =>
        (word & WordTraits.Saying) == 0 && (place == 0 || (place < ReachOfOwner && Is(0, WordTraits.Particle) && !HasName(1, place + 2)));

    /// <summary>"ujarnya", "kata dia", "he said".</summary>
    private bool IsSpeakerUnnamed(int place, WordTraits word)
    {
        if ((word & WordTraits.Saying) == 0) return false;
        if ((word & WordTraits.Owned) != 0) return true;
        return WordAt(place) switch
        {
            "said" or "says" => place > 0 && Is(place - 1, WordTraits.Substitute),
            var verb => !verb.StartsWith("me", StringComparison.Ordinal) && Is(place + 1, WordTraits.Substitute),
        };
    }

    /// <summary>"Enam tahun kemudian, ...", "Sehari kemudian ia ..."; not "Warga kemudian ...".</summary>
    private bool IsLater(int place, WordTraits word) =>
        (word & WordTraits.Later) != 0 && place is > 0 and < ReachOfLater && place + 1 < _words.Length
        && (_words[place + 1].FollowsComma || Times.Contains(WordAt(place - 1)));

    /// <summary>"Alasan lain ialah ...", "Another reason is ..."; not "Antara lain".</summary>
    private bool IsOther(int place, WordTraits word) =>
        (word & WordTraits.Other) != 0 && (place == 0 || (place == 1 && WordAt(0) != "antara"));

    private string WordAt(int place) => place < _words.Length ? _vocabulary[_words[place].Id] : "";

    private WordTraits TraitsAt(int place) => place < _words.Length ? _vocabulary.Traits(_words[place].Id) : WordTraits.None;

    private bool Is(int place, WordTraits traits) => (TraitsAt(place) & traits) != 0;

    private bool HasName(int from, int to)
    {
        for (var place = from; place < Math.Min(to, _words.Length); place++)
            if (_words[place].IsCapitalised) return true;
        return false;
    }
}
