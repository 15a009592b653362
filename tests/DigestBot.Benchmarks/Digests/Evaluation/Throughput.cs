using System.Globalization;
using DigestBot.Articles;
using DigestBot.Articles.Sentences;
using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Digests;
using DigestBot.Digests.Extractive;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>
/// Articles a second on one core, from the text of the paragraphs to the digest. Counts processor time: what else the
/// machine does at the moment is left out.
/// </summary>
internal static class Throughput
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(1);

    public static string Measure(IReadOnlyList<Document> documents, Model model)
    {
        var engine = new ExtractiveEngine(model);
        var articles = documents.Take(500).Select(document => document.Article).ToList();
        foreach (var article in articles) Digest(engine, article);
        var (done, start) = (0, Environment.CpuUsage.TotalTime);
        while (Environment.CpuUsage.TotalTime - start < LeastTime)
        {
            foreach (var article in articles) Digest(engine, article);
            done += articles.Count;
        }

        var milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / done;
        var words = articles.Average(article => article.Units.Sum(unit => unit.Paragraphs.Sum(paragraph => paragraph.Text.Count(char.IsWhiteSpace) + 1)));
        return string.Create(CultureInfo.InvariantCulture, $"Speed, text to digest: {1000 / milliseconds:0} articles a second of one core, {milliseconds:0.000} ms each, {words:0} words each.");
    }

    private static void Digest(ExtractiveEngine engine, Article article) =>
        engine.Digest(article with { Lead = Split(article.Lead), Sections = [.. article.Sections.Select(Split)] }, new DigestOptions());

    private static Section Split(Section section) =>
        section with { Paragraphs = [.. section.Paragraphs.Select(paragraph => new Paragraph(paragraph.Text, SentenceSplitter.Split(paragraph.Text)))] };
}
