using System.CommandLine;
using System.Text.Json;

namespace DigestBot.Benchmarks.Digests.Rouge;

/// <summary><c>rouge-check</c>: holds the scorer to pairs that another scorer has scored.</summary>
internal static class RougeCheckCommand
{
    private const double Tolerance = 1e-4;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Pairs: candidate, reference, rouge1, rouge2, rougeL." };
        var command = new Command("rouge-check", "Compare this scorer with published ROUGE values.") { file };
        command.SetAction(parse => Check(parse.GetRequiredValue(file)));
        return command;
    }

    /// <summary>The largest difference to any published value.</summary>
    public static double LargestDifference(JsonElement pairs)
    {
        var largest = 0.0;
        foreach (var pair in pairs.EnumerateArray())
        {
            var score = RougeScorer.Score(Texts(pair, "candidate"), Texts(pair, "reference"));
            largest = Math.Max(largest, Math.Abs(score.Rouge1 - pair.GetProperty("rouge1").GetDouble()));
            largest = Math.Max(largest, Math.Abs(score.Rouge2 - pair.GetProperty("rouge2").GetDouble()));
            largest = Math.Max(largest, Math.Abs(score.RougeL - pair.GetProperty("rougeL").GetDouble()));
        }

        return largest;
    }

    private static int Check(FileInfo file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        var largest = LargestDifference(document.RootElement);
        Console.WriteLine($"{document.RootElement.GetArrayLength()} pairs, largest difference {largest:E1}");
        return largest <= Tolerance ? 0 : 1;
    }

    private static IEnumerable<string> Texts(JsonElement pair, string name) =>
        pair.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
}
