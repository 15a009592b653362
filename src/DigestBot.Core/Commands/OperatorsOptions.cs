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

    /// <summary>Whether somebody on a platform is among them.</summary>
    internal bool Include(string platform, string user) => Users.Contains($"{platform}:{user}", StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var index = 0; index < Users.Count; index++)
        {
            if (!UserId().IsMatch(Users[index]))
                yield return new ValidationResult($"{Section}:{nameof(Users)}:{index} is not a platform and a numeric id, such as telegram:123456789");
        }
    }

    [GeneratedRegex("^([a-z]+:[0-9]+|console:local)$", RegexOptions.CultureInvariant)]
    private static partial Regex UserId();
}
