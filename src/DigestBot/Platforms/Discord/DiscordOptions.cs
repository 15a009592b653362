using System.ComponentModel.DataAnnotations;

namespace DigestBot.Platforms.Discord;

/// <summary>The chat platform Discord; settings section <c>Discord</c>.</summary>
internal sealed class DiscordOptions : IValidatableObject
{
    public const string SectionName = "Discord";

    /// <summary>
    /// The bot's token from the developer portal. Without one the platform is off. Kept in the environment or in user
    /// secrets, never in appsettings.json.
    /// </summary>
    [RegularExpression("^[!-~]{8,200}$", ErrorMessage = "Discord:Token is no bot token: it has no blanks and no \"Bot\" before it")]
    public string Token { get; set; } = "";

    /// <summary>Where the REST API is, with any path: a compatible server or a proxy. Default: Discord's own, version 10.</summary>
    public Uri BaseUrl { get; set; } = new("https://discord.com/api/v10");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", UserInfo: "" })
        {
            yield return new ValidationResult(
                "Discord:BaseUrl is an http or https address without user name and query, such as https://discord.com/api/v10", [nameof(BaseUrl)]);
        }
    }
}
