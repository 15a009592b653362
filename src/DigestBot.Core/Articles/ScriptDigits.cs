namespace DigestBot.Articles;

/// <summary>
/// Digits and signs above and below the line, as characters of their own (https://www.unicode.org/charts/PDF/U2070.pdf): text
/// without markup would make "1012" of 10 to the 12th.
/// </summary>
internal static class ScriptDigits
{
    /// <summary>What is longer is a sentence, and stands where it stands for another reason.</summary>
    public const int Longest = 100;

    private const string OnTheLine = "0123456789+-−n";
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉₊₋₋ₙ";
    private const int Digits = 10;

    public static string Raise(string text) => Set(text, Above);

    public static string Lower(string text) => Set(text, Below);

    /// <summary>The digit that the character is on the line, so that "CO2" finds "CO₂"; any other character itself.</summary>
    public static char Plain(char character) =>
        Above.IndexOf(character, 0, Digits) is >= 0 and var above ? OnTheLine[above] :
        Below.IndexOf(character, 0, Digits) is >= 0 and var below ? OnTheLine[below] : character;

    /// <summary>Where a word is among them ("2nd") only the digits are set: signs and the letter n belong to it.</summary>
    private static string Set(string text, string script)
    {
        var set = text.All(character => char.IsWhiteSpace(character) || OnTheLine.Contains(character, StringComparison.Ordinal)) ? OnTheLine.Length : Digits;
        return string.Concat(text.Select(character => OnTheLine.IndexOf(character, 0, set) is >= 0 and var at ? script[at] : character));
    }
}
