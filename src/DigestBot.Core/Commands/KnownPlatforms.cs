using DigestBot.Settings;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary>
/// Refuses people and chats of a platform that there is not: whoever mistyped one would wait for its answer, or be one operator
/// fewer. A platform that is known but not set up is none of these.
/// </summary>
internal sealed class KnownPlatforms(IEnumerable<SettingsSection> sections) : IValidateOptions<OperatorsOptions>, IValidateOptions<AccessOptions>
{
    private readonly string[] _names = [.. sections.Select(section => section.Platform).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public ValidateOptionsResult Validate(string? name, OperatorsOptions options) => Check(options.Addresses());

    public ValidateOptionsResult Validate(string? name, AccessOptions options) => Check(options.Addresses());

    private ValidateOptionsResult Check(IEnumerable<(string Key, string Address)> entries)
    {
        var unknown = entries.Where(entry => !_names.Contains(entry.Address[..entry.Address.IndexOf(':', StringComparison.Ordinal)])).ToArray();
        return _names.Length == 0 || unknown.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(unknown.Select(entry => $"{entry.Key}: '{entry.Address}' is on no platform that there is; the platforms are {string.Join(", ", _names)}"));
    }
}
