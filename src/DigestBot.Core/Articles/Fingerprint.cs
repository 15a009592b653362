using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Articles;

/// <summary>A stable name for content: lower-case hexadecimal SHA-256, the same on every machine and in every run.</summary>
public static class Fingerprint
{
    /// <summary>The fingerprint of several texts in order; where one ends and the next begins counts.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first four bytes of one text's SHA-256: enough to tell it from the few it is compared with.</summary>
    public static uint Short(string text) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
