using System.CommandLine;
using System.Text.Json;
using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Evaluation;

/// <summary><c>digest-eval</c>: every method on the same documents in one run.</summary>
internal static class DigestEvalCommand
{
    public static Command Create()
    {
        var data = new Option<FileInfo[]>("--data")
        {
            Description = "Files of documents (.jsonl) or of sentences (.txt, one a line).",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var weights = new Option<FileInfo>("--weights") { Description = "Another weights file than the one that ships." };
        var fold = new Option<int?>("--fold") { Description = "Only documents of this part, 0 to 4: the part that digest-train --hold-back left out." };
        var given = new Option<bool>("--given-sentences") { Description = "Take the sentences of the data instead of splitting its paragraphs." };
        var length = new Option<int?>("--sentences") { Description = "Sentences a digest; without it three for news, one for abstracts and for each section." };
        data.AcceptExistingOnly();
        weights.AcceptExistingOnly();
        var command = new Command("digest-eval", "Compare this engine with others: ROUGE, dangling openings, splitting, speed.") { data, weights, fold, given, length };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(data), ReadModel(parse.GetValue(weights)), parse.GetValue(fold), parse.GetValue(given), parse.GetValue(length)));
        return command;
    }

    /// <summary>The model of a weights file, or the one that ships.</summary>
    public static Model ReadModel(FileInfo? file)
    {
        if (file is null) return Model.Shipped;
        using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        return WeightsFile.Read(document.RootElement);
    }

    private static void Run(FileInfo[] files, Model model, int? fold, bool given, int? length)
    {
        Console.WriteLine($"Weights: {model.Members.Count} network(s), {model.Size} numbers.");
        foreach (var file in files)
        {
            if (file.Extension == ".txt") Console.WriteLine($"\nSentence splitting, {file.Name}: F1 {100 * SplittingScore.Of(file.FullName):0.00} %");
            else EvaluateFile(file, model, fold, given, length);
        }
    }

    private static void EvaluateFile(FileInfo file, Model model, int? fold, bool given, int? length)
    {
        var documents = DataFile.Read(file.FullName, given).Where(document => fold is null || document.Fold == fold).ToList();
        if (documents.Count == 0) return;
        var kind = documents[0].Kind;
        var count = length ?? (kind == DocumentKind.News ? 3 : 1);
        var methods = Methods.All(model);
        var evaluator = new Evaluator(model, methods);
        var progress = new Progress($"{file.Name}", documents.Count);
        var outcomes = documents.Select(document => progress.Step(evaluator.Evaluate(document, count))).ToList();
        progress.Done();
        var title = $"{file.Name}, {(kind == DocumentKind.Paper ? $"{count} a section" : $"k = {count}")}";
        if (kind == DocumentKind.Paper)
        {
            ResultTable.Print(Console.Out, $"{title}, a reader's summary", methods, outcomes, goal: 0);
            ResultTable.Print(Console.Out, $"{title}, the author's abstract", methods, outcomes, goal: 1);
        }
        else ResultTable.Print(Console.Out, title, methods, outcomes, goal: 0);
        Console.WriteLine($"\n{Throughput.Measure(documents, model)}");
    }
}
