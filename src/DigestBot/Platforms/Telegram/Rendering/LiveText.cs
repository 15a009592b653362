using System.Text.RegularExpressions;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>What in a plain text Telegram would bring to life by itself.</summary>
internal static partial class LiveText
{
    /// <summary>A mention, with nothing before it that Telegram takes for a letter of a word: marks and joining lines it does not.</summary>
    private const string Mention = @"(?<![\p{L}\p{N}_])@\w{2,}";

    /// <summary>What stands before the two slashes of a link into the app is not looked at.</summary>
    private const string AppLink = @"(?<!\w)(?:tg|ton|tonsite):\S+|(?:tg|ton|tonsite)://\S+";

    private const string Command = @"(?<![\p{L}\p{N}_/<>])/[a-z]\w*(?:@\w+)?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>
    /// Where Telegram would make something live of plain text: a mention pings whoever has that name, a <c>tg:</c> link acts
    /// in the app. Both stay readable in fixed width, where Telegram looks for nothing. What it takes for the edge of a word is in
    /// https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp.
    /// </summary>
    [GeneratedRegex($"{Mention}|{AppLink}", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Live();

    /// <summary>The same in the words of an article, where a command is none either: one tap would run it.</summary>
    [GeneratedRegex($"{Mention}|{AppLink}|{Command}", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex LiveInArticles();

    /// <summary>
    /// Marks that Telegram deletes before it looks, and readers never see: a slash and a word that such a one holds apart would be a command
    /// after all (<c>clean_input_string</c> in https://github.com/tdlib/td/blob/master/td/telegram/misc.cpp).
    /// </summary>
    [GeneratedRegex(@"[\u030A\u0333\u033F]", RegexOptions.CultureInvariant)]
    public static partial Regex Dropped();
}
