using DigestBot.Commands;
using TelegramMessage = Telegram.Bot.Types.Message;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Finds the command line in what somebody wrote.</summary>
internal static class CommandText
{
    private const string DeepLink = "start ";

    /// <summary>
    /// The line without its slash and address; null where the text is not for this bot. In a private chat all text is. In a
    /// group it begins with a slash and names this bot, or names nobody and is a command that this bot has: what other bots
    /// are asked is none of its business.
    /// </summary>
    public static string? TryRead(string? text, bool isPrivate, string botName, IReadOnlyList<CommandInfo> known)
    {
        text = text?.Trim() ?? "";
        if (text is not ['/', var first, ..] || !char.IsAsciiLetter(first))
            return isPrivate && text.Length > 0 ? text : null;

        // Of any kind: phones and pages that are copied from write some that do not break.
        var end = text.TakeWhile(letter => !char.IsWhiteSpace(letter)).Count();
        var (name, rest) = (text[1..end], text[end..]);
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && !name[(at + 1)..].Equals(botName, StringComparison.OrdinalIgnoreCase))
            return null;
        if (at < 0 && !isPrivate && !known.Any(command => command.IsCalled(name)))
            return null;

        var line = (at < 0 ? name : name[..at]) + rest;
        // A deep link takes letters, digits, _ and -: both may stand between its words.
        return line.StartsWith(DeepLink, StringComparison.OrdinalIgnoreCase) ? line.Replace('_', '-') : line;
    }

    /// <summary>
    /// Whether nobody asked what stands there: an article that was found inline or passed on may well begin with the name of
    /// a command ("Ekspor kopi naik"). A slash says that it is meant as one, a brace that it was exported.
    /// </summary>
    public static bool IsSomebodyElses(TelegramMessage message, string line) =>
        (message.ViaBot is not null || message.ForwardOrigin is not null) && TelegramFiles.TextOf(message)?.TrimStart() is not ['/', ..] && line is not ['{', ..];
}
