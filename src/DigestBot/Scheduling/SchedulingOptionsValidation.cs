using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>A cron expression or a zone that can't be read stops the bot at the start, with its key named.</summary>
internal sealed class SchedulingOptionsValidation : IValidateOptions<SchedulingOptions>
{
    public ValidateOptionsResult Validate(string? name, SchedulingOptions options)
    {
        string?[] failures =
        [
            Check(nameof(options.Tick), options.Tick),
            Check(nameof(options.ContentScan), options.ContentScan),
            Check(nameof(options.Prune), options.Prune),
            options.TimeZone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
                ? null
                : $"{SchedulingOptions.SectionName}:{nameof(options.TimeZone)}: this machine knows no time zone '{options.TimeZone}'",
        ];
        var wrong = failures.OfType<string>().ToArray();
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string? Check(string key, string expression)
    {
        try
        {
            return CronExpression.Parse(expression).GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null
                ? $"{SchedulingOptions.SectionName}:{key}: '{expression}' never comes"
                : null;
        }
        catch (FormatException wrong)
        {
            return $"{SchedulingOptions.SectionName}:{key}: '{expression}' is no Quartz cron expression: {wrong.Message}";
        }
    }
}
