using System.CommandLine;
using DigestBot.Settings;
using Microsoft.Extensions.Hosting;

namespace DigestBot.CommandLine;

/// <summary>What can be typed behind the program's name: nothing to run the bot, or one of its commands.</summary>
internal static class BotCommandLine
{
    /// <summary>
    /// Signals are the host's: the command line's own handling would end the process two seconds after one, in the middle of
    /// what a stop waits for.
    /// </summary>
    public static InvocationConfiguration Invocation { get; } = new() { ProcessTerminationTimeout = null };

    /// <summary>The commands, over the bot that <paramref name="compose"/> puts together from settings.</summary>
    public static RootCommand Create(Func<IReadOnlyDictionary<string, string?>, HostApplicationBuilder> compose)
    {
        var set = new Option<string[]>("--set")
        {
            Description = "A setting over those of appsettings.json and the environment, such as Articles:Folder=articles; may be repeated.",
            HelpName = "KEY=VALUE",
            Recursive = true,
            DefaultValueFactory = _ => [],
        };
        set.Validators.Add(result =>
        {
            foreach (var problem in result.Tokens.Select(token => Problem(token.Value)).OfType<string>())
                result.AddError(problem);
        });

        HostApplicationBuilder Compose(ParseResult result) => compose(Settings(result.GetValue(set)!)).Verify();
        var root = new RootCommand("DigestBot posts digests of articles, section by section, to Telegram, Discord and the console.")
        {
            set,
            PreviewCommand.Create(Compose),
            CheckCommand.Create(Compose),
            StatusCommand.Create(Compose),
        };
        root.SetAction((result, cancellationToken) => BotHost.GuardAsync(() => Compose(result).RunAsync(cancellationToken)));
        return root;
    }

    /// <summary>Every user of a machine can read the command lines on it. What stands behind --set is not repeated: it may be a secret.</summary>
    private static string? Problem(string pair)
    {
        var end = pair.IndexOf('=', StringComparison.Ordinal);
        if (end < 1)
            return "--set is written --set KEY=VALUE";

        var key = pair[..end].Replace("__", ":", StringComparison.Ordinal);
        return Secrets.Are(key, pair[(end + 1)..])
            ? $"--set {key}: a secret on the command line can be read by every user of this machine; put it into the environment as {Secrets.VariableOf(key)}"
            : null;
    }

    private static Dictionary<string, string?> Settings(string[] pairs)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in pairs)
            settings[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return settings;
    }
}
