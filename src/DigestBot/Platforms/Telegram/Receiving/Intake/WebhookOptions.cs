using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Serving;

namespace DigestBot.Platforms.Telegram.Receiving.Intake;

/// <summary>How Telegram pushes updates to the bot; settings section <c>Telegram:Webhook</c>. Without an address the bot polls.</summary>
internal sealed class WebhookOptions : IValidatableObject
{
    public const string SectionName = "Telegram:Webhook";

    /// <summary>
    /// The public address that Telegram is told, https with a path of its own; what stands before the bot passes it on to
    /// <see cref="Port"/>. Default: none, the bot polls.
    /// </summary>
    public Uri? Url { get; set; }

    /// <summary>The port that the bot listens on, 1 to 65535. Default: 8443.</summary>
    [Range(1, 65_535, ErrorMessage = "Telegram:Webhook:Port is 1 to 65535")]
    public int Port { get; set; } = 8443;

    /// <summary>The address to listen on. Default: the loopback address, for a proxy on this machine that ends TLS.</summary>
    [IPAddressSetting("Telegram:Webhook:Address")]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>
    /// What each of Telegram's requests must carry: made from the token, so that there is no second secret to keep and every
    /// instance knows the same.
    /// </summary>
    public static string SecretOf(string token) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "webhook"u8));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is not null && Url is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", UserInfo: "", Fragment: "" })
            yield return new ValidationResult($"{SectionName}:{nameof(Url)} is an https address, such as https://bot.example.org/telegram");
    }
}
