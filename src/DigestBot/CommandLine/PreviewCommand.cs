using System.CommandLine;
using DigestBot.Articles;
using DigestBot.Articles.ContentFolder;
using DigestBot.Digests;
using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.CommandLine;

/// <summary>
/// <c>preview PATH...</c>: digests of files or folders on standard output, with no chat and no store. Of the settings those say
/// something that limit what is read.
/// </summary>
internal static class PreviewCommand
{
    public static Command Create(Func<ParseResult, HostApplicationBuilder> compose)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object an article and line, nothing else." };
        var explain = new Option<bool>("--explain") { Description = "With --json: each sentence's score and its largest reasons, by kind of feature." };
        var sentences = Sentences("--sentences", "Sentences of the whole article's overview.");
        var sectionSentences = Sentences("--section-sentences", "Sentences of each section; unset, its length decides: one to three.");
        var command = new Command("preview", "Prints the digests of articles.") { paths, json, explain, sentences, sectionSentences };
        command.Validators.Add(result =>
        {
            if (result.GetValue(explain) && !result.GetValue(json))
                result.AddError("--explain goes with --json");
        });
        command.SetAction((result, _) => BotHost.GuardAsync(() =>
        {
            var options = new DigestOptions(result.GetValue(sentences) ?? new DigestOptions().OverviewSentences, result.GetValue(sectionSentences));
            var writer = new PreviewWriter(Console.Out, FormOf(result.GetValue(json), result.GetValue(explain)), options);
            return Task.FromResult(Preview(result.GetValue(paths)!, new ContentReader(LimitsOf(compose(result))), writer));
        }));
        return command;
    }

    private static PreviewForm FormOf(bool json, bool explain) => explain ? PreviewForm.ExplainedJson : json ? PreviewForm.Json : PreviewForm.Text;

    private static Option<int?> Sentences(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var number) && number is >= 1 and <= 10))
                result.AddError($"{name} {text}: a number from 1 to 10");
        });
        return option;
    }

    private static ArticlesOptions LimitsOf(HostApplicationBuilder builder)
    {
        using var host = builder.Build();
        return host.Services.GetRequiredService<IOptions<ArticlesOptions>>().Value;
    }

    /// <summary>What can't be read is told after the others were shown; the exit code then says so.</summary>
    private static int Preview(string[] paths, ContentReader reader, PreviewWriter writer)
    {
        var failures = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                var isFolder = Directory.Exists(path);
                var reading = isFolder ? reader.ReadFolder(path, CancellationToken.None) : reader.ReadFile(path);
                foreach (var article in reading.Articles)
                    writer.Write(isFolder ? Path.Combine(path, article.Path) : path, article);
                failures.AddRange(reading.Problems.Select(problem => $"{(isFolder ? Path.Combine(path, problem.Path) : path)}: {problem.Message}"));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                failures.Add($"{path}: {failure.Message}");
            }
        }

        return failures.Count == 0 ? 0 : BotHost.Tell(failures, 1);
    }
}
