using System.Text;

namespace DigestBot.Commands.Grammar;

/// <summary>One word of a line about a subscription, or several in quotation marks.</summary>
/// <param name="Text">Without its sign and quotation marks.</param>
/// <param name="Sign">A plus or a minus before it; a blank where there is none.</param>
/// <param name="IsQuoted">Never an option, whatever it says.</param>
/// <param name="EndsItem">A comma follows.</param>
internal readonly record struct WantsToken(string Text, char Sign, bool IsQuoted, bool EndsItem)
{
    private const char NoSign = ' ';

    public bool HasSign => Sign != NoSign;

    /// <summary>Digits alone; false where there is no word at all.</summary>
    public bool IsNumber => Text?.All(char.IsAsciiDigit) == true;

    /// <summary>As it was typed, for an answer about it.</summary>
    public string Typed => HasSign ? Sign + Text : Text;

    public static IReadOnlyList<WantsToken> Divide(string line)
    {
        var tokens = new List<WantsToken>();
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
                at++;
            else if (IsComma(line[at]))
                at = EndLast(tokens, at);
            else
                tokens.Add(Read(line, ref at));
        }

        return tokens;
    }

    private static int EndLast(List<WantsToken> tokens, int at)
    {
        if (tokens.Count > 0)
            tokens[^1] = tokens[^1] with { EndsItem = true };
        return at + 1;
    }

    private static WantsToken Read(string line, ref int at)
    {
        var sign = SignOf(line[at]);
        if (sign != NoSign)
            at++;
        var quoted = at < line.Length && IsQuote(line[at]);
        if (quoted)
            at++;

        var text = new StringBuilder();
        while (at < line.Length && (quoted ? !IsQuote(line[at]) : !char.IsWhiteSpace(line[at]) && !IsComma(line[at])))
        {
            text.Append(line[at++]);
            // A name and what it names need no blank between them: "bagian:keamanan".
            if (!quoted && sign == NoSign && text[^1] == ':' && WantsText.IsLabel(text.ToString()))
                break;
        }

        if (quoted)
            at++;
        return new WantsToken(string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), sign, quoted, EndsItem: false);
    }

    /// <summary>Keyboards make a dash of a hyphen.</summary>
    private static char SignOf(char character) => character switch
    {
        '+' => '+',
        '-' or '–' or '—' or '−' => '-',
        _ => NoSign,
    };

    private static bool IsQuote(char character) => character is '"' or '“' or '”' or '„' or '«' or '»';

    private static bool IsComma(char character) => character is ',' or ';';
}
