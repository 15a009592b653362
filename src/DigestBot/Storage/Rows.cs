using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DigestBot.Storage;

/// <summary>
/// Rows handed to a statement in one parameter: a JSON array of arrays, which both databases read as a table. One
/// statement then does for a hundred rows what a hundred would, at the cost of one.
/// </summary>
internal static class Rows
{
    public static string Of<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                writer.WriteStartArray();
                write(writer, item);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Of(IEnumerable<long> ids) => Of(ids, (writer, id) => writer.WriteNumberValue(id));

    /// <summary>Text or null; the character 0, which PostgreSQL has no place for, is left out.</summary>
    public static void WriteText(this Utf8JsonWriter writer, string? text) =>
        writer.WriteStringValue(text?.Replace("\0", "", StringComparison.Ordinal));
}
