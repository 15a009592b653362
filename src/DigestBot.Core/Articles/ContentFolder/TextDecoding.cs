using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace DigestBot.Articles.ContentFolder;

/// <summary>
/// Turns a file's bytes into text: UTF-8 with or without byte order mark, UTF-16 with one. Anything else is refused with the
/// offset of the first byte that does not fit.
/// </summary>
internal static class TextDecoding
{
    /// <summary>The text, as <see cref="VisibleText"/> leaves it; throws <see cref="UnreadableArticleException"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => VisibleText.Of(bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new UnreadableArticleException("byte 0: this is UTF-32; save it as UTF-8"),
        [0xFF, 0xFE, .. var rest] => Utf16(rest, bigEndian: false),
        [0xFE, 0xFF, .. var rest] => Utf16(rest, bigEndian: true),
        [0xEF, 0xBB, 0xBF, .. var rest] => Utf8Text(rest, 3),
        _ => Utf8Text(bytes, 0),
    });

    private static string Utf8Text(ReadOnlySpan<byte> bytes, int before)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
            throw new UnreadableArticleException($"byte {before + nul}: a zero byte; this is no text, or UTF-16 without a byte order mark: save it as UTF-8");
        if (!Utf8.IsValid(bytes))
            throw new UnreadableArticleException($"byte {before + FirstInvalid(bytes)}: not UTF-8; save the file as UTF-8");

        return Encoding.UTF8.GetString(bytes);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static string Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        const int mark = 2;
        if (bytes.Length % 2 != 0)
            throw new UnreadableArticleException($"byte {mark + bytes.Length - 1}: half a character at the end; save the file as UTF-8");

        // Not by an Encoding: it would put a replacement character where half a pair stands.
        var text = new char[bytes.Length / 2];
        for (var at = 0; at < text.Length; at++)
        {
            var two = bytes[(2 * at)..];
            text[at] = (char)(bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(two) : BinaryPrimitives.ReadUInt16LittleEndian(two));
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;

            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
                throw new UnreadableArticleException($"byte {mark + (2 * at)}: half a surrogate pair; save the file as UTF-8");

            at++;
        }

        return new string(text);
    }
}
