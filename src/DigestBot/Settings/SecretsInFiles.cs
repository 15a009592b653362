using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DigestBot.Settings;

/// <summary>Refuses secrets that stand in files which are shared with the code.</summary>
internal static class SecretsInFiles
{
    /// <summary>Makes the start fail where an appsettings file holds the setting with a secret in it, whether or not something else overrides it there.</summary>
    public static OptionsBuilder<T> KeptOutOfSharedFiles<T>(this OptionsBuilder<T> options, IConfiguration configuration, string key)
        where T : class =>
        options.Validate(
            _ => SharedFileWith(configuration, key) is null,
            $"{key}{(Secrets.IsConnection(key) ? " holds a password and" : "")} stands in an appsettings file, which is shared with the code: " +
            $"put it into the environment ({Secrets.VariableOf(key)}) or user secrets, and revoke what stood there");

    /// <summary>The appsettings file that holds the setting with a secret in it; null where none does.</summary>
    public static string? SharedFileWith(IConfiguration configuration, string key) => (configuration as IConfigurationRoot)?.Providers
        .OfType<FileConfigurationProvider>()
        .Where(provider => provider.TryGet(key, out var value) && Secrets.Are(key, value))
        .Select(provider => Path.GetFileName(provider.Source.Path ?? ""))
        .FirstOrDefault(name => name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase));
}
