using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace DigestBot.Commands;

/// <summary>Settings <c>Operators</c>: who runs the bot.</summary>
public sealed partial class OperatorsOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Operators";

    /// <summary>
    /// People by the platform's numeric id, such as <c>telegram:123456789</c>; user names are refused, since they change
    /// hands. <c>console:local</c> is whoever sits at the console. Empty: nobody has the operator's commands.
    /// </summary>
    public IList<string> Users { get; } = [];

    /// <summary>
    /// The chat that is told of errors, such as <c>telegram:123456789</c> or <c>discord:1234567890</c>; empty for none. It sees what
    /// the log says of them and no more.
    /// </summary>
    public string Chat { get; set; } = "";

    /// <summary>The least time between two notices, 10 seconds to 1 day. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Operators:NoticeInterval is 00:00:10 to 1.00:00:00")]
    public TimeSpan NoticeInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether somebody on a platform is among them.</summary>
    internal bool Include(string platform, string user) => Users.Contains($"{platform}:{user}", StringComparer.Ordinal);

    /// <summary>Whether a platform has one.</summary>
    public bool AreOn(string platform) => Users.Any(user => user.StartsWith(platform + ":", StringComparison.Ordinal));

    /// <summary>Every entry of the right form, with its key.</summary>
    internal IEnumerable<(string Key, string Address)> Addresses() =>
        from entry in Users.Index().Select(user => (Key: $"{Section}:{nameof(Users)}:{user.Index}", Address: user.Item)).Append((Key: $"{Section}:{nameof(Chat)}", Address: Chat))
        where ChatAddress().IsMatch(entry.Address)
        select entry;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Chat.Length > 0 && !ChatAddress().IsMatch(Chat))
            yield return new ValidationResult($"{Section}:{nameof(Chat)} is not a platform and a chat's numeric id, such as telegram:123456789");

        for (var index = 0; index < Users.Count; index++)
        {
            if (!UserId().IsMatch(Users[index]))
                yield return new ValidationResult($"{Section}:{nameof(Users)}:{index} is not a platform and a numeric id, such as telegram:123456789");
        }
    }

    [GeneratedRegex("^([a-z]+:-?[0-9]+(/[0-9]+)?|console:local)$", RegexOptions.CultureInvariant)]
    private static partial Regex ChatAddress();

    [GeneratedRegex("^([a-z]+:[0-9]+|console:local)$", RegexOptions.CultureInvariant)]
    private static partial Regex UserId();
}
