using System.Globalization;
using DigestBot.Articles;

namespace DigestBot.Storage.Ledger;

/// <summary>What a platform tells a second send of one delivery by.</summary>
internal static class Nonce
{
    /// <summary>Discord takes at most 25 characters.</summary>
    private const int Length = 24;

    /// <summary>The same whenever it is asked for; another database with the same row numbers makes others.</summary>
    public static string Of(string database, long delivery) =>
        Fingerprint.Of(database, delivery.ToString(CultureInfo.InvariantCulture))[..Length];
}
