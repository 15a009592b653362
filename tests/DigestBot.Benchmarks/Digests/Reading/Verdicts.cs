using System.Globalization;

namespace DigestBot.Benchmarks.Digests.Reading;

/// <summary>What a person found, reading the disagreements. Holds places, and no word of the documents.</summary>
internal sealed class Verdicts(IReadOnlyDictionary<(string Document, int End), bool> splitterIsRight)
{
    /// <summary>Nobody has judged anything.</summary>
    public static readonly Verdicts None = new(new Dictionary<(string, int), bool>());

    private const string Splitter = "splitter";
    private const string Data = "data";

    /// <summary>Whether the splitter is right about the place; null where nobody has judged it.</summary>
    public bool? IsSplitterRight(SplitDifference difference) =>
        splitterIsRight.TryGetValue((difference.Document, difference.End), out var right) ? right : null;

    public static Verdicts Read(string path)
    {
        var verdicts = new Dictionary<(string, int), bool>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(' ');
            if (parts is not [var document, var end, Splitter or Data]) throw new FormatException($"{path}: '{line}' is no verdict.");
            verdicts[(document, int.Parse(end, CultureInfo.InvariantCulture))] = parts[2] == Splitter;
        }

        return new Verdicts(verdicts);
    }
}
