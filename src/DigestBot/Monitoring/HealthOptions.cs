using System.ComponentModel.DataAnnotations;
using System.Net;

namespace DigestBot.Monitoring;

/// <summary>Where health and metrics are served: the settings <c>Health:…</c>.</summary>
internal sealed class HealthOptions : IValidatableObject
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Health";

    /// <summary>The port of <c>/live</c>, <c>/ready</c> and <c>/metrics</c>; 0 for any that is free, which the log names. Default: unset, nothing is served.</summary>
    [Range(0, 65_535)]
    public int? Port { get; set; }

    /// <summary>The address to serve on. Default: the loopback address, for this machine alone; nobody is asked who they are.</summary>
    public string Address { get; set; } = "127.0.0.1";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IPAddress.TryParse(Address, out _))
            yield return new ValidationResult($"{SectionName}:{nameof(Address)}: '{Address}' is no IP address, such as 127.0.0.1, ::1 or 0.0.0.0");
    }
}
