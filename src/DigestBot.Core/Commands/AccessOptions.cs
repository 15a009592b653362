using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace DigestBot.Commands;

/// <summary>
/// Settings <c>Access</c>: who is served. With both lists empty everybody is; else the bot is private. A list is a plain value with
/// commas, or one key an entry (<c>Access:Chats:0</c>).
/// </summary>
public sealed partial class AccessOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Access";

    /// <summary>Chats that are served, whoever asks in them, such as <c>telegram:-1001234</c>: with all their threads, and with the posts that stand for a forum.</summary>
    public IList<string> Chats { get; } = [];

    /// <summary>People that are served wherever they ask, such as <c>telegram:123456789</c>.</summary>
    public IList<string> Users { get; } = [];

    /// <summary>Whether some are served and others are not.</summary>
    public bool IsPrivate => Chats.Count > 0 || Users.Count > 0;

    /// <summary>Whether somebody who asks somewhere is served.</summary>
    internal bool Serves(string platform, string chat, string user) =>
        !IsPrivate ||
        Chats.Contains($"{platform}:{chat}", StringComparer.Ordinal) || Users.Contains($"{platform}:{user}", StringComparer.Ordinal);

    /// <summary>Every entry of the right form, with its key.</summary>
    internal IEnumerable<(string Key, string Address)> Addresses() =>
        from entry in Chats.Index().Select(chat => (Key: $"{Section}:{nameof(Chats)}:{chat.Index}", Address: chat.Item))
            .Concat(Users.Index().Select(user => (Key: $"{Section}:{nameof(Users)}:{user.Index}", Address: user.Item)))
        where ChatNumber().IsMatch(entry.Address)
        select entry;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Unreadable(Chats, nameof(Chats), ChatNumber(), "telegram:-1001234567890").Concat(Unreadable(Users, nameof(Users), UserNumber(), "telegram:123456789"));

    private static IEnumerable<ValidationResult> Unreadable(IList<string> entries, string name, Regex form, string example) =>
        from entry in entries.Index()
        where !form.IsMatch(entry.Item)
        select new ValidationResult($"{Section}:{name}:{entry.Index} is not a platform and a numeric id, such as {example}");

    [GeneratedRegex("^[a-z]+:-?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ChatNumber();

    [GeneratedRegex("^[a-z]+:[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex UserNumber();
}
