using System.ComponentModel.DataAnnotations;
using DigestBot.Chats;
using DigestBot.Serving;

namespace DigestBot.Web;

/// <summary>Where web copies of the articles are served: the settings <c>Web:…</c>.</summary>
internal sealed class WebOptions : IValidatableObject
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Web";

    /// <summary>The port of the pages; 0 for any that is free, which the log names. Default: unset, nothing is served.</summary>
    [Range(0, 65_535, ErrorMessage = "Web:Port is 0 to 65535")]
    public int? Port { get; set; }

    /// <summary>The address to serve on. Default: the loopback address, for a proxy on this machine that ends TLS.</summary>
    [IPAddressSetting("Web:Address")]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>
    /// Where readers find the pages, http or https, a path of its own allowed: digests carry a link below it. Default: unset, and
    /// digests carry none.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary><see cref="PublicUrl"/> as what addresses are made below.</summary>
    public WebCopies Copies() => new(new Uri(PublicUrl!.AbsoluteUri.TrimEnd('/') + "/"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is null)
            yield break;

        if (PublicUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", UserInfo: "", Fragment: "" })
            yield return new ValidationResult($"{SectionName}:{nameof(PublicUrl)} is an http or https address, such as https://digests.example.org/");
        else if (Port is null)
            yield return new ValidationResult($"{SectionName}:{nameof(Port)} is not set, and {SectionName}:{nameof(PublicUrl)} would lead nowhere");
    }
}
