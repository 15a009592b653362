using System.ComponentModel.DataAnnotations;

namespace DigestBot.Platforms.Telegram;

/// <summary>The chat platform Telegram; settings section <c>Telegram</c>.</summary>
internal sealed class TelegramOptions : IValidatableObject
{
    public const string SectionName = "Telegram";

    /// <summary>
    /// The bot's token from BotFather. Without one the platform is off. Kept in the environment or in user secrets, never in
    /// appsettings.json.
    /// </summary>
    [RegularExpression(
        "^[0-9]{1,16}:[A-Za-z0-9_-]{30,64}$", ErrorMessage = "Telegram:Token is no bot token; BotFather gives them as 123456789:AA…")]
    public string Token { get; set; } = "";

    /// <summary>Where the Bot API is, with any path: a local Bot API server or a proxy. Default: Telegram's own.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.telegram.org");

    /// <summary>Pays Telegram Stars for up to 1000 messages a second. Default: off, 30 a second.</summary>
    public bool PaidBroadcast { get; set; }

    /// <summary>
    /// How long Telegram may take to answer, 1 second to 2 minutes; a poll by what it waits longer, a send as long as
    /// <c>Delivery:SendTimeout</c>. Default: 30 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Telegram:Timeout is 00:00:01 to 00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many seconds a poll for updates waits, 0 to 50. Default: 25.</summary>
    [Range(0, 50, ErrorMessage = "Telegram:PollSeconds is 0 to 50")]
    public int PollSeconds { get; set; } = 25;

    /// <summary>
    /// A command that is older when the bot sees it is not run; the person is told once. 1 minute to 1 day. Default: 15 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Telegram:StaleAfter is 00:01:00 to 1.00:00:00")]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The number before the colon: the bot's own user id.</summary>
    public string BotId => Token.Split(':')[0];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", UserInfo: "" })
        {
            yield return new ValidationResult(
                "Telegram:BaseUrl is an http or https address without user name and query, such as http://localhost:8081", [nameof(BaseUrl)]);
        }
    }
}
