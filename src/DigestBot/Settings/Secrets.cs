using System.Text.RegularExpressions;

namespace DigestBot.Settings;

/// <summary>Tells which settings nobody else may see: tokens, and connection strings that hold a password.</summary>
internal static partial class Secrets
{
    private const string Token = "Token";
    private const string ConnectionString = "ConnectionString";

    /// <summary>Whether the setting of this key is a secret with this value.</summary>
    public static bool Are(string key, string? value) => !string.IsNullOrEmpty(value) && (IsNamed(key, Token) || IsConnection(key) && Password().IsMatch(value));

    /// <summary>Whether the key is a connection string's, which is no secret as long as it holds no password.</summary>
    public static bool IsConnection(string key) => IsNamed(key, ConnectionString);

    /// <summary>The environment variable of a setting.</summary>
    public static string VariableOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    private static bool IsNamed(string key, string name) => key.Split(':')[^1].Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// As Npgsql has it, with its other names (https://www.npgsql.org/doc/connection-string-parameters.html), or as in an address.
    /// </summary>
    [GeneratedRegex(@"(password|pwd|psw)\s*=\s*[^;\s]|://[^/@\s]*:[^/@\s]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
