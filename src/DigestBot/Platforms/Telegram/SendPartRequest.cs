using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Rendering;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram;

/// <summary>
/// <c>sendMessage</c> or <c>sendRichMessage</c>, the one call that is made a thousand times a second: the body is written straight from the part, and
/// of the answer, which repeats the whole message, nothing but the id is read.
/// </summary>
internal sealed class SendPartRequest(ChatId chat, TelegramPart part, JsonEncodedText text, TelegramButtons buttons, bool paid)
    : RequestBase<SentMessage>(part.Rich is null ? "sendMessage" : RichMethod)
{
    /// <summary>The method for parts in the rich form.</summary>
    public const string RichMethod = "sendRichMessage";

    private const int RoomBesideText = 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override HttpContent ToHttpContent()
    {
        var body = new ArrayBufferWriter<byte>(part.Text.Length + RoomBesideText);
        using (var writer = new Utf8JsonWriter(body, Readable))
            Write(writer);
        return new WatchedContent(body.WrittenMemory, new MediaTypeHeaderValue("application/json"));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("chat_id", long.Parse(chat.Chat, CultureInfo.InvariantCulture));
        if (chat.Thread is not null)
            writer.WriteNumber("message_thread_id", int.Parse(chat.Thread, CultureInfo.InvariantCulture));
        if (part.Rich is null)
            WriteText(writer);
        else
            WriteRich(writer, part.Rich);
        if (part.Silent)
            writer.WriteBoolean("disable_notification", true);
        if (paid)
            writer.WriteBoolean("allow_paid_broadcast", true);
        WriteButtons(writer);
        writer.WriteEndObject();
    }

    private void WriteText(Utf8JsonWriter writer)
    {
        writer.WriteString("text", text);
        WriteEntities(writer);
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

    private void WriteEntities(Utf8JsonWriter writer)
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

    private void WriteButtons(Utf8JsonWriter writer)
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
            {
                writer.WriteStartObject();
                writer.WriteString("text", button.Label);
                writer.WriteString("callback_data", buttons.Write(button.Action, chat));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
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

/// <summary>What matters of a message that was sent.</summary>
internal sealed record SentMessage(int MessageId);
