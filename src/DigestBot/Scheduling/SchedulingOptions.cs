namespace DigestBot.Scheduling;

/// <summary>When the bot's own jobs run, as Quartz cron expressions (seconds first): the settings <c>Scheduling:…</c>.</summary>
internal sealed class SchedulingOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Scheduling";

    /// <summary>Looks for subscriptions that are due. Default: every minute.</summary>
    public string Tick { get; set; } = "0 * * * * ?";

    /// <summary>Reads the articles anew, beside the watching of their folder. Default: every hour.</summary>
    public string ContentScan { get; set; } = "30 0 * * * ?";

    /// <summary>Deletes old deliveries, beside what is deleted ten minutes after each start. Default: every night at 03:30.</summary>
    public string Prune { get; set; } = "0 30 3 * * ?";

    /// <summary>The IANA time zone in which the expressions are read; empty for the machine's. Default: the machine's.</summary>
    public string TimeZone { get; set; } = "";
}
