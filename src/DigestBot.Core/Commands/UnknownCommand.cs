using DigestBot.Articles;
using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>What is said of a command that there is not: which one may have been meant, and where all of them stand.</summary>
internal static class UnknownCommand
{
    /// <summary>What is shorter resembles too many commands.</summary>
    private const int ShortestGuessed = 3;

    /// <summary>Names the nearest one.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="known">The commands that may have been meant.</param>
    /// <param name="words">The language of the answer.</param>
    /// <param name="action">What a button does where one was, and what where that is too long for a button.</param>
    public static Answer Answer(string name, IEnumerable<CommandInfo> known, Words words, Func<CommandInfo, (string Whole, string Short)> action)
    {
        var echo = Labels.Echo(name);
        if (name.Length < ShortestGuessed || NameMatching.Best([.. known], info => [info.Name, .. info.Aliases], name) is not [var nearest, ..])
            return Commands.Answer.Of(words.Paragraph("Unknown", echo)).ForAsker();

        var (meant, (whole, shorter)) = (nearest.NameIn(words), action(nearest));
        return Commands.Answer.Of(words.Paragraph("Unknown_Nearest", echo, meant)).With([ActionLine.Button($"/{meant}", whole, shorter)]).ForAsker();
    }
}
