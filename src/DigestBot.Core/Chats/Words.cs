using System.Globalization;
using System.Resources;

namespace DigestBot.Chats;

/// <summary>
/// The bot's words in one language, from <c>Chats/Texts/Texts.resx</c> (English) and <c>Texts.id.resx</c> (Indonesian).
/// A key that is missing throws: a test holds that every key stands in both. Numbers are written as the language does
/// where a text says <c>{0:N0}</c>.
/// </summary>
public sealed class Words
{
    private static readonly ResourceManager Texts = new("DigestBot.Chats.Texts.Texts", typeof(Words).Assembly);
    private readonly CultureInfo _culture;
    private readonly NumberFormatInfo _numbers;

    private Words(string language, string thousands, string point)
    {
        (Language, _culture) = (language, CultureInfo.GetCultureInfo(language));
        _numbers = new NumberFormatInfo { NumberGroupSeparator = thousands, NumberDecimalSeparator = point };
        Dates = new Dates(this);
    }

    /// <summary>Indonesian.</summary>
    public static Words Indonesian { get; } = new("id", ".", ",");

    /// <summary>English.</summary>
    public static Words English { get; } = new("en", ",", ".");

    /// <summary>Both, Indonesian first.</summary>
    public static IReadOnlyList<Words> All { get; } = [Indonesian, English];

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>Days, months and times in the language.</summary>
    public Dates Dates { get; }

    /// <summary>
    /// The words for a language tag such as <c>en-GB</c>; null for a language the bot does not speak. Malay, Javanese and
    /// Sundanese readers are served in Indonesian.
    /// </summary>
    public static Words? TryFor(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "id" or "in" or "ms" or "jv" or "su" => Indonesian,
        "en" => English,
        _ => null,
    };

    /// <summary>The text of a key.</summary>
    public string this[string key] =>
        Texts.GetString(key, _culture) ?? throw new MissingManifestResourceException($"no text for {key} in {Language}");

    /// <summary>The text of a key with its places <c>{0}</c>, <c>{1}</c> … filled.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(_numbers, this[key], values);

    /// <summary>A number of things: the text of <c>key_One</c> or <c>key_Other</c>.</summary>
    public string Count(string key, long number) => Format(number == 1 ? key + "_One" : key + "_Other", number);

    /// <summary>
    /// The text of a key as spans: what stands between backticks is set as code. Values are put in afterwards, so a
    /// backtick in a value is only a backtick.
    /// </summary>
    public IReadOnlyList<Span> Spans(string key, params ReadOnlySpan<object?> values)
    {
        var pieces = this[key].Split('`');
        var spans = new List<Span>(pieces.Length);
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            if (pieces[piece].Length > 0)
                spans.Add(new Span(string.Format(_numbers, pieces[piece], values), piece % 2 == 0 ? SpanStyle.Plain : SpanStyle.Code));
        }

        return spans;
    }

    /// <summary>The text of a key as a paragraph; see <see cref="Spans"/>.</summary>
    public TextBlock Paragraph(string key, params ReadOnlySpan<object?> values) => new(Spans(key, values));

    /// <summary>The texts that stand in this language itself, none taken from another.</summary>
    internal IReadOnlyDictionary<string, string> Own() =>
        Texts.GetResourceSet(Language == "en" ? CultureInfo.InvariantCulture : _culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
