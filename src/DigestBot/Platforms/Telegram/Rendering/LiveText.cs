using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>What in a plain text Telegram would bring to life by itself.</summary>
internal static partial class LiveText
{
    /// <summary>
    /// Where Telegram would make something live of plain text: a mention pings whoever has that name, a <c>tg:</c> link acts
    /// in the app. Both stay readable in fixed width, where Telegram looks for nothing.
    /// </summary>
    [GeneratedRegex(@"(?<!\w)@\w{2,}|(?<!\w)(?:tg|ton|tonsite):\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Live();

    /// <summary>The same in the words of an article, where a command is none either: one tap would run it.</summary>
    [GeneratedRegex(
        @"(?<!\w)@\w{2,}|(?<!\w)(?:tg|ton|tonsite):\S+|(?<![\w/<>])/[a-z]\w*(?:@\w+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex LiveInArticles();
}
