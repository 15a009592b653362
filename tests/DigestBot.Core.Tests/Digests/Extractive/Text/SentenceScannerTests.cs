using DigestBot.Digests.Extractive.Words;

namespace DigestBot.Digests.Extractive.Text;

public sealed class SentenceScannerTests
{
    [Theory]
    [InlineData("Anak-anak membayar Rp1.500 di D'Cost.", "anak-anak membayar rp1.500 di d'cost")]
    [InlineData("Naik 7,5 persen -- begitulah...", "naik 7 5 persen begitulah")]
    [InlineData("snake_case dan -tanda-", "snake case dan tanda")]
    public void Words_are_joined_by_what_stands_between_letters(string sentence, string expected)
    {
        var vocabulary = new Vocabulary(8);
        var scanner = new SentenceScanner(vocabulary);
        scanner.Scan(sentence, opensUnit: false);
        Assert.Equal(expected.Split(' '), scanner.Words.ToArray().Select(word => vocabulary[word.Id]));
    }

    [Theory]
    [InlineData("Namun hujan turun.", SentenceTraits.PointsBack | SentenceTraits.Contrast)]
    [InlineData("\"Kami siap,\" kata Budi.", SentenceTraits.Quotation | SentenceTraits.StartsWithQuotation | SentenceTraits.FirstPerson | SentenceTraits.Saying)]
    [InlineData("Hal itu baik.", SentenceTraits.PointsBack | SentenceTraits.Pronoun)]
    [InlineData("Halnya baik.", SentenceTraits.None)]
    [InlineData("Baca juga kisah lain", SentenceTraits.Boilerplate | SentenceTraits.Unfinished)]
    [InlineData("Bacalah juga.", SentenceTraits.None)]
    [InlineData("Hasil-hasilnya ada.", SentenceTraits.Cue)]
    [InlineData("Here We Show it.", SentenceTraits.Cue | SentenceTraits.FirstPerson)]
    [InlineData("Acara pada (24/7) usai.", SentenceTraits.DateInBrackets | SentenceTraits.Digit)]
    [InlineData("Acara pada (24/7/17) usai.", SentenceTraits.DateInBrackets | SentenceTraits.Digit)]
    [InlineData("Nilainya (1/2/3/4) ganjil.", SentenceTraits.Digit)]
    [InlineData("Harganya $5.", SentenceTraits.Money | SentenceTraits.Digit)]
    [InlineData("berikut rinciannya:", SentenceTraits.StartsInLowerCase | SentenceTraits.EndsWithColon | SentenceTraits.Unfinished)]
    [InlineData("Sebelumnya begitu?", SentenceTraits.Previously | SentenceTraits.Time | SentenceTraits.Question)]
    internal void Traits_are_found_in_one_pass(string sentence, SentenceTraits expected) =>
        Assert.Equal(expected, new SentenceScanner(new Vocabulary(8)).Scan(sentence, opensUnit: false).Traits);

    [Theory]
    [InlineData("“Awal kutipan.", false, true)]
    [InlineData("Akhir kutipan.”", true, false)]
    [InlineData("“Utuh.”", true, true)]
    [InlineData("Tanpa tanda.", true, true)]
    [InlineData("\"Lurus.", false, true)]
    [InlineData("\"Lurus\".", true, true)]
    public void A_quotation_stays_open_until_it_is_closed(string sentence, bool before, bool after) =>
        Assert.Equal(after, QuotationMarks.In(sentence).LeavesOpen(before));
}
