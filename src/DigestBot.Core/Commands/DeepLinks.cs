using System.Text.RegularExpressions;

namespace DigestBot.Commands;

/// <summary>
/// Command lines that only read, as the parameter of a link that opens the reader's own chat with the bot:
/// <c>section 1f0c2a9b 4</c> is <c>section-1f0c2a9b-4</c> there.
/// </summary>
public static partial class DeepLinks
{
    private const string Articles = "articles";
    private static readonly string[] Commands = [Articles, "digest", "section", "sections"];

    /// <summary>
    /// The parameter, at most 64 letters, digits and dashes (https://core.telegram.org/bots/features#deep-linking); null for a
    /// line that a link can't carry.
    /// </summary>
    public static string? TryWrite(string line)
    {
        var parameter = line.Replace(' ', '-');
        return Parameter().IsMatch(parameter) && TryRead(parameter) is { } read && line == $"{read.Name} {read.Arguments}".TrimEnd() ? parameter : null;
    }

    /// <summary>The line that a parameter carries; null where it carries none.</summary>
    internal static CommandLine? TryRead(string parameter)
    {
        if (parameter.Split('-') is not [var command, .. var rest] || !Commands.Contains(command))
            return null;

        // A dash for a blank, but for the one in an edition range, which alone has two numbers after its target.
        var arguments = string.Join(' ', rest);
        return new CommandLine(command, command == Articles ? Range().Replace(arguments, "$1-$2") : arguments);
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("(?<=^[A-Za-z0-9]+ )([0-9]+) ([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
