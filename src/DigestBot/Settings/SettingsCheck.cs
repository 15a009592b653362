using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace DigestBot.Settings;

/// <summary>
/// Finds what the framework passes over without a word: keys that no part of the bot reads, and values that it can't read. No
/// value of a key that is not known is repeated; it may be a token.
/// </summary>
internal sealed class SettingsCheck(IConfigurationRoot configuration, KnownSettings known)
{
    /// <summary>
    /// Sections that the libraries read, the key that the host does, one that it writes itself (<c>contentRoot</c>), and what editors
    /// put on top of a file. Other keys of a usual host have no effect here: its web servers read no settings, and how it stops is
    /// <see cref="BotHost"/>'s to say.
    /// </summary>
    private static readonly HashSet<string> OfTheFramework = new(StringComparer.OrdinalIgnoreCase)
    {
        "Logging", "Quartz", "servicesStartConcurrently", "contentRoot", "$schema",
    };

    private const string OpenTelemetry = "OTEL_";

    /// <summary>What must be mended before the bot starts, each with its key.</summary>
    public IReadOnlyList<string> Errors() => [.. Unknown().Concat(Unreadable()).Distinct()];

    /// <summary>What stands in the environment and is not the bot's, but was probably meant to be.</summary>
    public IReadOnlyList<string> Warnings() =>
    [
        .. from provider in configuration.Providers.OfType<EnvironmentVariablesConfigurationProvider>()
           from key in KeysOf(provider)
           where !IsOurs(key)
           let meant = Meant(key)
           where meant is not null
           select $"{Secrets.VariableOf(key)} in the environment is not read; write {meant}",
    ];

    private IEnumerable<string> Unknown() =>
        from provider in configuration.Providers
        from key in KeysOf(provider)
        where provider is EnvironmentVariablesConfigurationProvider ? IsOurs(key) : !IsOfTheFramework(key)
        where known.Find(key) is null
        select provider is EnvironmentVariablesConfigurationProvider
            ? $"{Secrets.VariableOf(key)} in the environment: there is no such setting; {Secrets.VariableOf(Hint(key))}"
            : key.StartsWith(OpenTelemetry, StringComparison.OrdinalIgnoreCase)
            ? $"{key}{PlaceOf(provider)}: OpenTelemetry reads its variables in the environment alone; set it there"
            : $"{key}{PlaceOf(provider)}: there is no such setting; {Hint(key)}";

    private IEnumerable<string> Unreadable() =>
        from setting in known.All
        let value = configuration[setting.Key]
        where value is not null
        let problem = SettingValue.Problem(setting.Type, value)
        where problem is not null
        select $"{setting.Key}: {problem}";

    private bool IsOurs(string key) => key.Contains(':', StringComparison.Ordinal) && known.Sections.Contains(KnownSettings.TopOf(key), StringComparer.OrdinalIgnoreCase);

    private static bool IsOfTheFramework(string key) => OfTheFramework.Contains(KnownSettings.TopOf(key));

    private static string PlaceOf(IConfigurationProvider provider) =>
        provider is FileConfigurationProvider { Source.Path: { } path } ? $" in {Path.GetFileName(path)}" : "";

    private string Hint(string key)
    {
        if (known.Nearest(key) is { } nearest)
            return $"the nearest is {nearest.Key}";

        var top = KnownSettings.TopOf(key);
        var section = known.Sections.FirstOrDefault(section => section.Equals(top, StringComparison.OrdinalIgnoreCase)) ?? known.NearestSection(top);
        return section is null
            ? $"the sections are {string.Join(", ", known.Sections)}"
            : $"there are {string.Join(", ", known.All.Where(setting => KnownSettings.TopOf(setting.Key) == section).Select(setting => setting.Key))}";
    }

    /// <summary>The variable that was meant; null for one that has nothing to do with the bot.</summary>
    private string? Meant(string key)
    {
        var top = KnownSettings.TopOf(key);
        if (key.Contains(':', StringComparison.Ordinal))
            return known.NearestSection(top) is { } section ? Secrets.VariableOf(known.Nearest(key)?.Key ?? section + key[top.Length..]) : null;

        // Others may have a variable WEB or CONSOLE; the bot's own spelling is a setting's section without the setting.
        if (known.Sections.Contains(key, StringComparer.Ordinal))
            return $"{key}__ and a setting's name behind it";
        return key.Contains('_', StringComparison.Ordinal) && known.Nearest(key.Replace('_', ':')) is { } nearest ? Secrets.VariableOf(nearest.Key) : null;
    }

    /// <summary>Every key of a provider that has a value.</summary>
    private static IEnumerable<string> KeysOf(IConfigurationProvider provider, string? parent = null) =>
        from name in provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase)
        let key = parent is null ? name : $"{parent}:{name}"
        from found in (provider.TryGet(key, out var value) && value is not null ? (string[])[key] : []).Concat(KeysOf(provider, key))
        select found;
}
