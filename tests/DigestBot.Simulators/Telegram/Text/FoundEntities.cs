using System.Text.RegularExpressions;

namespace DigestBot.Simulators.Telegram.Text;

/// <summary>What Telegram makes of plain text by itself: mentions ping people, commands and links can be pressed.</summary>
internal static partial class FoundEntities
{
    private static readonly string[] Shielding = ["code", "pre", "text_link"];

    public static IEnumerable<TextEntity> In(string text, IReadOnlyList<TextEntity> sent)
    {
        foreach (Match match in Special().Matches(text))
        {
            var type = match.Value[0] switch
            {
                '@' => "mention",
                '/' => "bot_command",
                _ => "url",
            };
            var found = new TextEntity(type, match.Index, match.Length);
            if (!sent.Any(entity => Shielding.Contains(entity.Type) && entity.Offset < found.End && found.Offset < entity.End))
                yield return found;
        }
    }

    [GeneratedRegex(
        @"(?<![\w@/])@[A-Za-z]\w{3,31}|(?<![\w/<>])/[A-Za-z]\w{0,31}|(?<!\w)(?:https?|ftp|tg|ton)://[^\s<>]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();
}
