using System.CommandLine;
using DigestBot.Benchmarks.Digests.Data;
using DigestBot.Digests.Extractive.Network;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary><c>digest-train</c>: fits the network to documents with digests that people wrote.</summary>
internal static class DigestTrainCommand
{
    private const float DanglingPenalty = 2.5f;
    private const float SimilarityPenalty = 1;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder with indosum.jsonl, scitldr.jsonl and scisections.jsonl.", Required = true };
        var output = new Option<FileInfo?>("--output") { Description = "Where the weights go." };
        var holdBack = new Option<int?>("--hold-back") { Description = "Leave out this part of the data, 0 to 4, and score on it what was learnt; digest-eval --fold takes the same part." };
        var crossValidate = new Option<bool>("--cross-validate") { Description = "Hold back each part in turn, and score every document with what was learnt from the others." };
        var seed = new Option<int>("--seed") { Description = "Where the random numbers begin.", DefaultValueFactory = _ => 1 };
        var members = new Option<int>("--members") { Description = "Networks to train, whose scores are averaged.", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "Rounds over the data.", DefaultValueFactory = _ => new TrainingPlan().Epochs };
        var hidden = new Option<int>("--hidden") { Description = "Units a layer, a multiple of 32.", DefaultValueFactory = _ => new TrainingPlan().Hidden };
        data.AcceptExistingOnly();
        var command = new Command("digest-train", "Fit the network to data and write its weights.") { data, output, holdBack, crossValidate, seed, members, epochs, hidden };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(data), parse.GetValue(output),
            parse.GetValue(crossValidate) ? [.. Enumerable.Range(0, Document.Folds).Select(fold => (int?)fold)] : [parse.GetValue(holdBack)],
            parse.GetValue(members),
            new TrainingPlan { Seed = parse.GetValue(seed), Epochs = parse.GetValue(epochs), Hidden = parse.GetValue(hidden) }));
        return command;
    }

    private static void Run(DirectoryInfo folder, FileInfo? output, IReadOnlyList<int?> heldBack, int members, TrainingPlan plan)
    {
        string[] files = ["indosum.jsonl", "scitldr.jsonl", "scisections.jsonl"];
        var documents = files.SelectMany(file => DataFile.Read(Path.Combine(folder.FullName, file), givenSentences: true)).ToList();
        var builder = new ExampleBuilder();
        var progress = new Progress("examples", documents.Count);
        var examples = documents.ToDictionary(document => document, document => progress.Step(builder.Build(document).ToList()));
        progress.Done();
        var board = new HeldBackScores();
        foreach (var fold in heldBack)
        {
            var learnt = documents.Where(document => document.Fold != fold).SelectMany(document => examples[document]).ToList();
            var model = new Model(
                [.. Enumerable.Range(0, members).Select(member => Train(learnt, plan with { Seed = plan.Seed + member }))],
                DanglingPenalty, SimilarityPenalty);
            if (output is not null) WeightsWriter.Write(output.FullName, model);
            board.Add(model, documents.Where(document => document.Fold == fold));
        }

        foreach (var line in board.Lines()) Console.WriteLine(line);
    }

    private static NetworkWeights Train(IReadOnlyList<Example> examples, TrainingPlan plan) =>
        new Trainer(plan, examples).Train((epoch, loss) => Console.Error.WriteLine($"seed {plan.Seed}, epoch {epoch} of {plan.Epochs}: loss {loss:0.0000}"));
}
