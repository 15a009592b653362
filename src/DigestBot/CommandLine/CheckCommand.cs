using System.CommandLine;
using DigestBot.Articles;
using DigestBot.Articles.ContentFolder;
using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.CommandLine;

/// <summary><c>check</c>: are settings and articles in order? Sends nothing, opens no store, changes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(Func<ParseResult, HostApplicationBuilder> compose)
    {
        var command = new Command("check", "Validates settings and content, says what it found, and fails on an error.");
        command.SetAction((result, _) => BotHost.GuardAsync(() => Task.FromResult(Check(compose(result)))));
        return command;
    }

    private static int Check(HostApplicationBuilder builder)
    {
        using var host = builder.Build();
        host.Services.GetService<IStartupValidator>()?.Validate();
        Console.Out.WriteLine("settings: in order");
        return CheckContent(host.Services.GetRequiredService<IOptions<ArticlesOptions>>().Value);
    }

    private static int CheckContent(ArticlesOptions options)
    {
        var reading = new ContentReader(options).ReadFolder(options.Folder, CancellationToken.None);
        foreach (var article in reading.Articles)
            Console.Out.WriteLine($"{article.Path}: {article.Title} ({article.Language}, {Count(article.Sections.Count, "section")})");
        Console.Out.WriteLine($"content: {Count(reading.Articles.Count, "article")} in {options.Folder}, {Count(reading.Problems.Count, "problem")}");
        return reading.Problems.Count == 0 ? 0 : BotHost.Tell(reading.Problems.Select(problem => problem.ToString()), 1);
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
