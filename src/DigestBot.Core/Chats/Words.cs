using System.Globalization;
using System.Resources;

namespace DigestBot.Chats;

/// <summary>
/// The bot's words in one language, from <c>Chats/Texts/Texts.resx</c> (English) and <c>Texts.id.resx</c> (Indonesian).
/// A key that is missing throws: a test holds that every key stands in both.
/// </summary>
public sealed class Words
{
    private static readonly ResourceManager Texts = new("DigestBot.Chats.Texts.Texts", typeof(Words).Assembly);
    private readonly CultureInfo _culture;

    private Words(string language) => (Language, _culture) = (language, CultureInfo.GetCultureInfo(language));

    /// <summary>Indonesian.</summary>
    public static Words Indonesian { get; } = new("id");

    /// <summary>English.</summary>
    public static Words English { get; } = new("en");

    /// <summary>Both, Indonesian first.</summary>
    public static IReadOnlyList<Words> All { get; } = [Indonesian, English];

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>The words for a language tag such as <c>en-GB</c>: Indonesian unless it begins with <c>en</c>; null for a language the bot does not speak.</summary>
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
    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);
}
