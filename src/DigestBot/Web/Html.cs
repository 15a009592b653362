using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DigestBot.Platforms;

namespace DigestBot.Web;

/// <summary>
/// Markup. Written as an interpolated string: what stands in the program is markup, and every text that is filled in is
/// encoded, so that no article can bring markup of its own.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html(int literalLength, int formattedCount)
{
    private const int UsualText = 40;

    /// <summary>Letters of every script stand as themselves.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + (formattedCount * UsualText));

    /// <summary>No markup.</summary>
    public static Html None { get; } = new(0, 0);

    public void AppendLiteral(string markup) => _text.Append(markup);

    /// <summary>A text, in an element or between the quotes of an attribute.</summary>
    public void AppendFormatted(string text) => _text.Append(Encoder.Encode(InertText.CleanLine(text)));

    public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(Html markup) => _text.Append(markup._text);

    public void AppendFormatted(IEnumerable<Html> markup)
    {
        foreach (var part in markup)
            _text.Append(part._text);
    }

    public override string ToString() => _text.ToString();
}
