using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace DigestBot.Settings;

/// <summary>Checks options against their data annotations, those in a dictionary as well, and names the whole key.</summary>
internal sealed class AnnotatedSettings<T>(string section) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var failures = Check(options, section).ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(object options, string key)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        var inside =
            from property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IDictionary<,>)
            let kept = (IDictionary)property.GetValue(options)!
            from object name in kept.Keys
            from failure in Check(kept[name]!, $"{key}:{property.Name}:{name}")
            select failure;
        return results.Select(result => Named(result, key)).Concat(inside);
    }

    private static string Named(ValidationResult result, string key) =>
        result.ErrorMessage is { } message && message.StartsWith(key + ":", StringComparison.Ordinal)
            ? message
            : $"{key}:{result.MemberNames.FirstOrDefault()}: {result.ErrorMessage}";
}
