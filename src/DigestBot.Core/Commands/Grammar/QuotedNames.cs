using System.Buffers;

namespace DigestBot.Commands.Grammar;

/// <summary>Puts names into quotation marks: where a field holds nothing but names, no word of one is an option.</summary>
internal static class QuotedNames
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    /// <summary>The same names, each with its sign; the text as it is where it is not names alone.</summary>
    public static string Of(string text)
    {
        var tokens = WantsToken.Divide(text);
        if (tokens.Any(token => token.Text.AsSpan().ContainsAny(Quotes) || (!token.IsQuoted && WantsText.IsLabel(token.Text))))
            return text;

        var names = new List<List<WantsToken>>();
        var ended = true;
        foreach (var token in tokens)
        {
            if (ended || token.HasSign)
                names.Add([]);
            names[^1].Add(token);
            ended = token.EndsItem || token.Text.Length == 0;
        }

        return string.Join(", ", names.Select(Quoted));
    }

    private static string Quoted(List<WantsToken> name)
    {
        var words = string.Join(' ', name.Select(token => token.Text));
        var sign = name[0].HasSign ? $"{name[0].Sign}" : "";
        return words.Length > 0 || sign.Length == 0 ? $"{sign}\"{words}\"" : sign;
    }
}
