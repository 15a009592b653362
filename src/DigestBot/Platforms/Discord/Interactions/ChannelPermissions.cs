using System.Globalization;
using DigestBot.Platforms.Discord.Rest;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>
/// What somebody may do, worked out of roles and of what a channel allows and denies
/// (https://docs.discord.com/developers/topics/permissions#permission-overwrites). Pure.
/// </summary>
internal static class ChannelPermissions
{
    /// <summary>What the roles that somebody has, and the one that everybody has, which bears the server's own number, give together.</summary>
    public static ulong InServer(string server, IEnumerable<RoleAnswer> roles, IReadOnlyCollection<string> held) =>
        Together(roles.Where(role => role.Id == server || held.Contains(role.Id ?? "")).Select(role => role.Permissions));

    /// <summary>What a channel makes of it: first what it says of everybody, then of roles, then of the one.</summary>
    public static ulong InChannel(ulong inServer, string server, IReadOnlyCollection<string> held, string user, IReadOnlyList<OverwriteAnswer> overwrites)
    {
        if ((inServer & PostingPermissions.Administrator) != 0)
            return inServer;

        var ofEverybody = Apply(inServer, overwrites.Where(one => one.Id == server));
        var ofRoles = Apply(ofEverybody, overwrites.Where(one => one.Id != server && held.Contains(one.Id ?? "")));
        return Apply(ofRoles, overwrites.Where(one => one.Id == user));
    }

    /// <summary>What one allows goes before what another of its kind denies.</summary>
    private static ulong Apply(ulong permissions, IEnumerable<OverwriteAnswer> overwrites)
    {
        var all = overwrites.ToArray();
        return (permissions & ~Together(all.Select(one => one.Deny))) | Together(all.Select(one => one.Allow));
    }

    private static ulong Together(IEnumerable<string?> permissions) => permissions
        .Select(text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0)
        .Aggregate(0UL, (all, bits) => all | bits);
}
