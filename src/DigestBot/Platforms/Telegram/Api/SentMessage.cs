using System.Text.Json;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>What matters of a message that was sent.</summary>
internal sealed record SentMessage(int MessageId)
{
    /// <summary>
    /// Reads an answer no further than to the message's id, which comes first: the rest repeats what was sent. Null where it
    /// does not say both that all went well and which message that made.
    /// </summary>
    public static SentMessage? TryRead(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        try
        {
            var (isOk, id) = (false, 0);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("ok"u8))
                    isOk = reader.Read() && reader.TokenType == JsonTokenType.True;
                else if (!reader.ValueTextEquals("result"u8))
                    reader.Skip();
                else if (!reader.Read() || !TryReadId(ref reader, isOk, out id))
                    return null;
                if (isOk && id != 0)
                    return new SentMessage(id);
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a message up to its id; the rest too where that does not settle it.</summary>
    private static bool TryReadId(ref Utf8JsonReader reader, bool settles, out int id)
    {
        id = 0;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("message_id"u8))
                reader.Skip();
            else if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out id))
                return false;
            else if (settles)
                return true;
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }
}
