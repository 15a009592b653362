using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>Checks the limits of each platform, which data annotations alone don't reach, and names the whole key.</summary>
internal sealed class DeliveryOptionsValidation : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var failures = Check(options, DeliveryOptions.SectionName)
            .Concat(options.Limits.SelectMany(limit => Check(limit.Value, $"{DeliveryOptions.SectionName}:{nameof(options.Limits)}:{limit.Key}")))
            .ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(object options, string section)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{section}:{result.MemberNames.FirstOrDefault()}: {result.ErrorMessage}");
    }
}
