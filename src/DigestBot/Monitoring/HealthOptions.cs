using System.ComponentModel.DataAnnotations;
using DigestBot.Serving;

namespace DigestBot.Monitoring;

/// <summary>Where health and metrics are served: the settings <c>Health:…</c>.</summary>
internal sealed class HealthOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Health";

    /// <summary>The port of <c>/live</c>, <c>/ready</c> and <c>/metrics</c>; 0 for any that is free, which the log names. Default: unset, nothing is served.</summary>
    [Range(0, 65_535, ErrorMessage = "Health:Port is 0 to 65535")]
    public int? Port { get; set; }

    /// <summary>The address to serve on. Default: the loopback address, for this machine alone; nobody is asked who they are.</summary>
    [IPAddressSetting("Health:Address")]
    public string Address { get; set; } = "127.0.0.1";
}
