using System.Reflection;
using DigestBot.Articles;

namespace DigestBot.Settings;

/// <summary>Every setting that the bot reads, as its options classes have them.</summary>
internal sealed class KnownSettings
{
    public KnownSettings(IReadOnlyCollection<SettingsSection> sections)
    {
        string[] platforms = [.. sections.Select(section => section.Platform).OfType<string>()];
        All = [.. sections.SelectMany(section => Of(section.Options, section.Name, platforms))];
        Sections = [.. sections.Select(section => TopOf(section.Name)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<KnownSetting> All { get; }

    /// <summary>The first parts of their keys.</summary>
    public IReadOnlyList<string> Sections { get; }

    public static string TopOf(string key) => key.Split(':')[0];

    public KnownSetting? Find(string key) => All.FirstOrDefault(setting => setting.Has(key));

    /// <summary>The setting that the key is a misspelling of; null where none is near.</summary>
    public KnownSetting? Nearest(string key)
    {
        var path = key.Split(':');
        var name = (path.Length > 2 && int.TryParse(path[^1], out _) ? string.Join(':', path[..^1]) : key).ToLowerInvariant();
        var most = Spelling.ErrorsAllowed(name.Length);
        return All.Select(setting => (Setting: setting, Errors: Spelling.Distance(name, setting.Key.ToLowerInvariant(), most)))
            .Where(found => found.Errors <= most).OrderBy(found => found.Errors).Select(found => found.Setting).FirstOrDefault();
    }

    /// <summary>The section whose name this nearly is; null where there is none.</summary>
    public string? NearestSection(string name) => Sections.FirstOrDefault(section =>
        Spelling.Distance(name.ToLowerInvariant(), section.ToLowerInvariant(), Spelling.ErrorsAllowed(name.Length)) <= Spelling.ErrorsAllowed(name.Length));

    /// <summary>What can be set of a class, and of those that it keeps by a platform's name.</summary>
    private static IEnumerable<KnownSetting> Of(Type options, string key, string[] platforms) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
            ByPlatform(property.PropertyType) is { } limits ? platforms.SelectMany(platform => Of(limits, $"{key}:{property.Name}:{platform}", platforms))
            : property.PropertyType == typeof(IList<string>) || property.GetSetMethod() is not null ? [new KnownSetting($"{key}:{property.Name}", property.PropertyType)]
            : (IEnumerable<KnownSetting>)[]);

    private static Type? ByPlatform(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>) ? type.GetGenericArguments()[1] : null;
}

/// <summary>One setting.</summary>
/// <param name="Key">Its whole key.</param>
/// <param name="Type">What its value is read as.</param>
internal sealed record KnownSetting(string Key, Type Type)
{
    /// <summary>Whether a key is this setting's, or that of an entry where it is a list.</summary>
    public bool Has(string key) =>
        key.Equals(Key, StringComparison.OrdinalIgnoreCase) ||
        (Type == typeof(IList<string>) && key.StartsWith(Key + ":", StringComparison.OrdinalIgnoreCase) && key.IndexOf(':', Key.Length + 1) < 0);
}
