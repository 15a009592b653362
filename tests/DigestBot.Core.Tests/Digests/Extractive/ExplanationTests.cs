using DigestBot.Articles;

namespace DigestBot.Digests.Extractive;

public sealed class ExplanationTests
{
    private static readonly ExtractiveEngine Engine = new();
    private static readonly DigestOptions Options = new(2);

    private static readonly Article Sample = SampleArticles.Plain(
        "id",
        ["Gubernur membuka pasar terapung baru di Banjarmasin.", "Namun hujan turun."],
        ["Pasar terapung itu menampung dua ratus pedagang."]) with
    {
        Title = "Pasar terapung Banjarmasin dibuka",
        HasOwnTitle = true,
        Sections = [SampleArticles.Part("Harga", ["Ikan dijual murah.", "Sayur juga murah."])],
    };

    [Fact]
    public void Every_sentence_of_every_part_is_explained_in_order()
    {
        var explanation = Engine.Explain(Sample, Options);
        Assert.Equal(Sample.Units.SelectMany(unit => unit.Sentences), explanation.Overview.Select(sentence => sentence.Text));
        Assert.Equal(
            Sample.Units.Select(unit => unit.Sentences.ToList()),
            explanation.Sections.Select(section => section.Select(sentence => sentence.Text).ToList()));
    }

    /// <summary>Messages are made of a <see cref="Digest"/>: what it does not hold, no command can show.</summary>
    [Fact]
    public void A_digest_carries_no_scores_and_no_reasons_into_a_message()
    {
        var held = new HashSet<Type>();
        Gather(typeof(Digest), held);
        Assert.Contains(typeof(SectionDigest), held);
        Assert.DoesNotContain(held, type => type.Namespace == typeof(Explanation).Namespace);
        Assert.DoesNotContain(typeof(DigestBuilder).GetMethods(), method => method.ReturnType == typeof(Explanation));
    }

    [Fact]
    public void The_chosen_sentences_are_those_of_the_digest()
    {
        var digest = Engine.Digest(Sample, Options);
        var explanation = Engine.Explain(Sample, Options);
        Assert.Equal(digest.Overview, explanation.Overview.Where(sentence => sentence.IsChosen).Select(sentence => sentence.Text));
        Assert.Equal(
            digest.Sections.Select(section => section.Sentences.ToList()),
            explanation.Sections.Select(section => section.Where(sentence => sentence.IsChosen).Select(sentence => sentence.Text).ToList()));
    }

    [Fact]
    public void Reasons_come_largest_first_and_each_kind_once()
    {
        foreach (var sentence in Engine.Explain(Sample, Options).Overview)
        {
            var effects = sentence.Reasons.Select(reason => Math.Abs(reason.Effect)).ToList();
            Assert.Equal(3, effects.Count);
            Assert.Equal(effects.OrderDescending(), effects);
            Assert.Equal(3, sentence.Reasons.DistinctBy(reason => reason.Kind).Count());
        }
    }

    [Fact]
    public void A_sentence_that_takes_up_the_title_gains_by_it_and_one_that_does_not_loses()
    {
        var explanation = new Explainer(Network.Model.Shipped);
        var reading = ArticleReading.Of(Sample, Network.Model.Shipped);
        var effects = explanation.Explain(reading.Whole, 2)
            .Select(sentence => sentence.Reasons.FirstOrDefault(reason => reason.Kind == FeatureKind.Title)?.Effect ?? 0).ToList();
        Assert.True(effects[0] > effects[1], string.Join(' ', effects));
    }

    private static void Gather(Type type, HashSet<Type> held)
    {
        if (!held.Add(type) || type.Assembly != typeof(Digest).Assembly && !type.IsGenericType) return;
        foreach (var part in type.GetProperties().Select(property => property.PropertyType).Concat(type.GetGenericArguments())) Gather(part, held);
    }
}
