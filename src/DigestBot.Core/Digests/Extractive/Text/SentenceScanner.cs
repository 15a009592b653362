using System.Buffers;
using DigestBot.Articles.Sentences;
using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

/// <summary>One pass over a sentence: its words as numbers, its traits as bits. Nothing after it looks at characters.</summary>
internal sealed class SentenceScanner(Vocabulary vocabulary)
{
    private const int WordsThatPoint = 3;

    private static readonly SearchValues<char> Currency = SearchValues.Create("%$€£");

    private readonly List<ScannedWord> _words = [];

    /// <summary>The words of every sentence scanned so far, one after the other.</summary>
    public ReadOnlySpan<ScannedWord> Words => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);

    /// <summary>Scans one sentence; a dateline is only looked for where a unit begins.</summary>
    public ScannedSentence Scan(string sentence, bool opensUnit)
    {
        var start = opensUnit ? Dateline.LengthIn(sentence) : 0;
        var text = sentence.AsSpan(start);
        text = text[..Initials.LengthWithout(text)];
        var firstWord = _words.Count;
        var traits = TraitsOfWords(text) | TraitsOfForm(text);
        traits |= new References(Words[firstWord..], vocabulary).Find();
        if (Scraps.Include(text, _words.Count - firstWord, (traits & SentenceTraits.Unfinished) == 0)) traits |= SentenceTraits.Scrap;
        var shown = text.Length == sentence.Length ? sentence : text.ToString();
        var marks = (traits & SentenceTraits.Quotation) != 0 ? QuotationMarks.In(text) : default;
        return new ScannedSentence(shown, firstWord, _words.Count - firstWord, traits, marks, start > 0);
    }

    private SentenceTraits TraitsOfWords(ReadOnlySpan<char> text)
    {
        var traits = SentenceTraits.None;
        var all = WordTraits.None;
        var scanner = new WordScanner(text);
        Span<char> buffer = stackalloc char[64];
        for (var number = 0; scanner.MoveNext(); number++)
        {
            var length = scanner.End - scanner.Start;
            var lower = length <= buffer.Length ? buffer[..length] : new char[length];
            text[scanner.Start..scanner.End].ToLowerInvariant(lower);
            var id = vocabulary.Intern(lower);
            _words.Add(new ScannedWord(id, char.IsUpper(text[scanner.Start]), FollowsComma(text, scanner.Start)));
            var word = vocabulary.Traits(id);
            all |= word;
            if (number == 0) traits |= TraitsOfOpening(word);
            if (number < WordsThatPoint && (word & WordTraits.Pronoun) != 0) traits |= SentenceTraits.Pronoun;
            if ((word & WordTraits.OpensPhrase) != 0) traits |= TraitsOfPhrases(text, scanner.Start, lower);
        }

        return traits | TraitsOfAll(all);
    }

    private static bool FollowsComma(ReadOnlySpan<char> text, int start) => start > 1 && text[start - 1] == ' ' && text[start - 2] == ',';

    private static SentenceTraits TraitsOfOpening(WordTraits word)
    {
        var traits = SentenceTraits.None;
        if ((word & WordTraits.Contrast) != 0) traits |= SentenceTraits.Contrast;
        if ((word & WordTraits.Addition) != 0) traits |= SentenceTraits.Addition;
        if ((word & WordTraits.Cause) != 0) traits |= SentenceTraits.Cause;
        if ((word & WordTraits.Time) != 0) traits |= SentenceTraits.Time;
        if ((word & WordTraits.Previously) != 0) traits |= SentenceTraits.Previously;
        return traits;
    }

    /// <summary>A phrase may begin in the middle of a word that a hyphen joins, so each part of the word is tried.</summary>
    private static SentenceTraits TraitsOfPhrases(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> word)
    {
        var marks = SentenceMark.None;
        foreach (var part in word.SplitAny(WordScanner.Joints))
            marks |= Phrases.At(text, start + part.Start.Value, word[part]);
        var traits = SentenceTraits.None;
        if ((marks & SentenceMark.Boilerplate) != 0) traits |= SentenceTraits.Boilerplate;
        if ((marks & SentenceMark.Cue) != 0) traits |= SentenceTraits.Cue;
        return traits;
    }

    private static SentenceTraits TraitsOfAll(WordTraits words)
    {
        var traits = SentenceTraits.None;
        if ((words & WordTraits.Saying) != 0) traits |= SentenceTraits.Saying;
        if ((words & WordTraits.FirstPerson) != 0) traits |= SentenceTraits.FirstPerson;
        if ((words & WordTraits.Cue) != 0) traits |= SentenceTraits.Cue;
        if ((words & WordTraits.Money) != 0) traits |= SentenceTraits.Money;
        if ((words & WordTraits.Digit) != 0) traits |= SentenceTraits.Digit;
        return traits;
    }

    private static SentenceTraits TraitsOfForm(ReadOnlySpan<char> text)
    {
        var traits = SentenceTraits.None;
        if (text.ContainsAny(QuotationMarks.All)) traits |= SentenceTraits.Quotation;
        if (text.Contains('?')) traits |= SentenceTraits.Question;
        if (text.ContainsAny(Currency)) traits |= SentenceTraits.Money;
        if (BracketedDate.OccursIn(text)) traits |= SentenceTraits.DateInBrackets;
        if (BackReferences.Opens(text)) traits |= SentenceTraits.PointsBack;
        if (Whereabouts.Open(text)) traits |= SentenceTraits.PointsAtPlace | SentenceTraits.LeansBack;
        if (Leanings.Open(text) || Partitives.Open(text) || ListNumbers.GoOn(text)) traits |= SentenceTraits.LeansBack;
        if (Announcements.Include(text)) traits |= SentenceTraits.PointsForward;
        if (text.IsEmpty) return traits;
        if (QuotationMarks.All.Contains(text[0])) traits |= SentenceTraits.StartsWithQuotation;
        if (QuotationMarks.All.Contains(text[^1])) traits |= SentenceTraits.EndsWithQuotation;
        if (text[^1] == ':') traits |= SentenceTraits.EndsWithColon;
        if (char.IsLower(text[0])) traits |= SentenceTraits.StartsInLowerCase;
        if (!Marks.Finish(text)) traits |= SentenceTraits.Unfinished;
        return traits;
    }
}
