using System.Text;
using DigestBot.Chats;

namespace DigestBot.Platforms;

/// <summary>Takes from a text what would act instead of being read: control characters, overrides of direction.</summary>
internal static class InertText
{
    private const int LongestReason = 300;
    private const char Replacement = '\uFFFD';

    /// <summary>The text without control characters and invisible steering; a line break stays, an unpaired surrogate is replaced.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(character).Append(text[++i]);
            else if (char.IsSurrogate(character))
                clean.Append(Replacement);
            else if (character is '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
                clean.Append(character == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (character is '\t')
                clean.Append(' ');
            else if (!IsSteering(character))
                clean.Append(character);
        }

        return clean.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string CleanLine(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a platform gives as its reason, fit to be put on record: a database refuses some characters.</summary>
    public static string Reason(string said) => Labels.Short(CleanLine(said), LongestReason);

    /// <summary>Joiners (U+200C, U+200D) build letters and emoji and stay; other format characters without a shape go.</summary>
    private static bool IsSteering(char character) =>
        character != '\n' && char.IsControl(character) ||
        character is '\u200B' or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F');
}
