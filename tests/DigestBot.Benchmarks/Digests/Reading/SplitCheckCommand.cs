using System.CommandLine;
using System.Globalization;
using DigestBot.Benchmarks.Digests.Data;

namespace DigestBot.Benchmarks.Digests.Reading;

/// <summary>
/// <c>split-check</c>: every place where the splitter and the data end sentences differently, one a line, for a person to
/// judge. The data was itself divided by a machine, so F1 against it says little near 100; with a person's verdicts it does.
/// </summary>
internal static class SplitCheckCommand
{
    public static Command Create()
    {
        var data = new Option<FileInfo>("--data") { Description = "A file of documents with their sentences and paragraphs (.jsonl).", Required = true };
        var every = new Option<int>("--every") { Description = "Takes every so many documents.", DefaultValueFactory = _ => 1 };
        var from = new Option<int>("--from") { Description = "The first document taken, from 0." };
        var verdicts = new Option<FileInfo>("--verdicts") { Description = "Who is right: a line 'document end splitter' or 'document end data' for each disagreement." };
        data.AcceptExistingOnly();
        verdicts.AcceptExistingOnly();
        var command = new Command("split-check", "List where the splitter and the data disagree.") { data, every, from, verdicts };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetValue(every), parse.GetValue(from), parse.GetValue(verdicts)));
        return command;
    }

    private static void Run(FileInfo data, int every, int from, FileInfo? file)
    {
        var verdicts = file is null ? Verdicts.None : Verdicts.Read(file.FullName);
        var documents = DataFile.Read(data.FullName, givenSentences: true).Where((_, number) => number >= from && (number - from) % every == 0).ToList();
        var (againstData, judged, open) = (new Tally(), new Tally(), 0);
        foreach (var comparison in documents.Select(document => new SplitComparison(document)))
        {
            againstData.Agreed += comparison.Agreed;
            judged.Agreed += comparison.Agreed;
            foreach (var difference in comparison.Differences)
            {
                againstData.Count(difference.IsBySplitter, isRight: false);
                var verdict = verdicts.IsSplitterRight(difference);
                if (verdict is { } right) judged.Count(difference.IsBySplitter, isRight: right);
                else open++;
                Console.WriteLine($"{difference.Document}\t{difference.End}\t{(difference.IsBySplitter ? "splitter" : "data")} ends\t{difference.Excerpt}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {againstData.Agreed} ends agreed. F1 against the data: {100 * againstData.F1:0.00} %"));
        if (file is not null) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"With the verdicts: {judged.Missed} missed, {judged.Wrong} wrong, {open} without a verdict, F1 {100 * judged.F1:0.00} %"));
    }

    /// <summary>Counts as F1 needs them.</summary>
    private sealed class Tally
    {
        public int Agreed { get; set; }

        public int Wrong { get; private set; }

        public int Missed { get; private set; }

        public double F1 => 2.0 * Agreed / Math.Max((2 * Agreed) + Wrong + Missed, 1);

        /// <summary>Counts a disagreement: an end that only one of the two has, and whether the splitter is right about it.</summary>
        public void Count(bool isBySplitter, bool isRight)
        {
            if (isRight && isBySplitter) Agreed++;
            else if (!isRight && isBySplitter) Wrong++;
            else if (!isRight) Missed++;
        }
    }
}
