using System.Globalization;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary>Prints the outcomes of all methods side by side, as a Markdown table.</summary>
internal static class ResultTable
{
    public static void Print(TextWriter output, string title, IReadOnlyList<Method> methods, IReadOnlyList<IReadOnlyList<Outcome>> outcomes, int goal)
    {
        output.WriteLine();
        output.WriteLine($"### {title}, {outcomes.Count} documents");
        output.WriteLine();
        output.WriteLine("| method | R1/R2/RL | R1 95 % interval | against LEAD: R1, R2, RL with 95 % intervals | dangling |");
        output.WriteLine("|---|---|---|---|---|");
        for (var method = 0; method < methods.Count; method++) output.WriteLine(Row(methods[method].Name, method, outcomes, goal));
    }

    private static string Row(string name, int method, IReadOnlyList<IReadOnlyList<Outcome>> outcomes, int goal)
    {
        var means = string.Join('/', Enumerable.Range(0, 3).Select(measure => Percent(Values(outcomes, method, goal, measure).Average())));
        var sentences = outcomes.Sum(document => document[method].Sentences);
        var dangling = outcomes.Sum(document => document[method].Dangling);
        var against = method == Methods.Anchor ? "" : string.Join(", ", Enumerable.Range(0, 3).Select(measure => Difference(outcomes, method, goal, measure)));
        return $"| {name} | {means} | {Interval(Values(outcomes, method, goal, 0))} | {against} | {Percent((double)dangling / Math.Max(sentences, 1))} % |";
    }

    private static string Difference(IReadOnlyList<IReadOnlyList<Outcome>> outcomes, int method, int goal, int measure)
    {
        var anchor = Values(outcomes, Methods.Anchor, goal, measure);
        var differences = Values(outcomes, method, goal, measure).Zip(anchor, (value, lead) => value - lead).ToList();
        return $"{Signed(differences.Average())} {Interval(differences)}";
    }

    private static List<double> Values(IReadOnlyList<IReadOnlyList<Outcome>> outcomes, int method, int goal, int measure) =>
        [.. outcomes.Select(document => document[method].Scores[goal][measure])];

    private static string Interval(IReadOnlyList<double> values)
    {
        var (low, high) = Bootstrap.Interval(values);
        return $"[{Percent(low)}, {Percent(high)}]";
    }

    private static string Percent(double value) => (value * 100).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Signed(double value) => (value * 100).ToString("+0.00;-0.00", CultureInfo.InvariantCulture);
}
