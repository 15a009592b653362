using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Chats;

namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>
/// What is asked of Telegram for a part, written once however many chats get it: all that a chat has of its own are its
/// number and the tags of its buttons, and these are put in.
/// </summary>
internal sealed class TelegramPartBody
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string NoTag = new('.', TelegramButtons.TagLength);

    private readonly byte[] _json;
    private readonly List<(int At, string Action)> _tags = [];

    /// <summary>Writes the body of a part.</summary>
    /// <param name="part">The part; its rich form where it has one.</param>
    /// <param name="paid">Whether it may be paid for.</param>
    public TelegramPartBody(TelegramPart part, bool paid)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Readable))
            Write(writer, part, paid);
        _json = json.WrittenSpan.ToArray();
    }

    /// <summary>The body for a chat, as JSON.</summary>
    public byte[] For(ChatId chat, TelegramButtons buttons)
    {
        var place = PlaceOf(chat);
        var body = new byte[_json.Length - 1 + place.Length];
        _json.AsSpan(..^1).CopyTo(body);
        Encoding.ASCII.GetBytes(place, body.AsSpan(_json.Length - 1));
        foreach (var (at, action) in _tags)
            buttons.Tag(action, chat, body.AsSpan(at));
        return body;
    }

    /// <summary>Comes last, in place of the brace that closes the object.</summary>
    private static string PlaceOf(ChatId chat)
    {
        var number = long.Parse(chat.Chat, CultureInfo.InvariantCulture);
        return chat.Thread is null
            ? string.Create(CultureInfo.InvariantCulture, $",\"chat_id\":{number}}}")
            : string.Create(CultureInfo.InvariantCulture, $",\"chat_id\":{number},\"message_thread_id\":{int.Parse(chat.Thread, CultureInfo.InvariantCulture)}}}");
    }

    private void Write(Utf8JsonWriter writer, TelegramPart part, bool paid)
    {
        writer.WriteStartObject();
        if (part.Rich is null)
            WriteText(writer, part);
        else
            WriteRich(writer, part.Rich);
        if (part.Silent)
            writer.WriteBoolean("disable_notification", true);
        if (paid)
            writer.WriteBoolean("allow_paid_broadcast", true);
        WriteButtons(writer, part);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, TelegramPart part)
    {
        writer.WriteString("text", part.Text);
        WriteEntities(writer, part);
        writer.WriteStartObject("link_preview_options");
        writer.WriteBoolean("is_disabled", true);
        writer.WriteEndObject();
    }

    private static void WriteRich(Utf8JsonWriter writer, string html)
    {
        writer.WriteStartObject("rich_message");
        writer.WriteString("html", html);
        writer.WriteBoolean("skip_entity_detection", true);
        writer.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter writer, TelegramPart part)
    {
        if (part.Entities is null)
            return;

        writer.WriteStartArray("entities");
        foreach (var entity in part.Entities)
        {
            writer.WriteStartObject();
            writer.WriteString("type", TelegramMarkup.NameOf(entity.Style));
            writer.WriteNumber("offset", entity.Offset);
            writer.WriteNumber("length", entity.Length);
            if (entity.Url is not null)
                writer.WriteString("url", entity.Url);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteButtons(Utf8JsonWriter writer, TelegramPart part)
    {
        if (part.Buttons is null && part.Link is null)
            return;

        writer.WriteStartObject("reply_markup");
        writer.WriteStartArray("inline_keyboard");
        if (part.Link is not null)
            WriteLink(writer, part.Link);
        foreach (var row in part.Buttons ?? [])
        {
            writer.WriteStartArray();
            foreach (var button in row)
                WriteButton(writer, button);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteButton(Utf8JsonWriter writer, Button button)
    {
        writer.WriteStartObject();
        writer.WriteString("text", button.Label);
        writer.WritePropertyName("callback_data");
        // Behind the quotation mark with which the value is about to begin.
        _tags.Add(((int)writer.BytesCommitted + writer.BytesPending + 1, button.Action));
        writer.WriteStringValue(TelegramButtons.Join(NoTag, button.Action));
        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer, TelegramLink link)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("text", link.Label);
        writer.WriteString("url", link.Url);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
