using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Settings;

/// <summary>Adds sections of the settings to a host.</summary>
public static class SettingsRegistration
{
    /// <summary>
    /// Binds a section to its options, which are validated at the start. A list may also be one plain value with commas, which is
    /// how an environment variable is written; the framework's binder drops that without a word.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="section">The section's key.</param>
    /// <param name="platform">The name of the chat platform whose section this is; null for another's.</param>
    public static OptionsBuilder<T> AddSettings<T>(this IHostApplicationBuilder builder, string section, string? platform = null)
        where T : class
    {
        builder.Services.AddSingleton(new SettingsSection(section, typeof(T), platform));
        builder.Services.AddSingleton<IValidateOptions<T>>(new AnnotatedSettings<T>(section));
        return builder.Services.AddOptions<T>()
            .BindConfiguration(section)
            .Configure<IConfiguration>((options, configuration) => TakePlainLists(options, configuration.GetSection(section)))
            .ValidateOnStart();
    }

    private static void TakePlainLists(object options, IConfigurationSection section)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.PropertyType != typeof(IList<string>) || section[property.Name] is not { } plain || string.IsNullOrWhiteSpace(plain))
                continue;

            var list = (IList<string>)property.GetValue(options)!;
            var entries = plain.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            // What holds nothing but commas was meant to name something: validation refuses it, where an empty list would be taken.
            foreach (var entry in entries.Length > 0 ? entries : [plain])
                list.Add(entry);
        }
    }
}
