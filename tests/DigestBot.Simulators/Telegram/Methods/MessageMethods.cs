using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Telegram.Text;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>Sending, editing and pinning.</summary>
internal sealed class MessageMethods(TelegramWorld world, FileMethods files)
{
    public JsonNode Send(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        var thread = ThreadOf(call, chat);
        var text = MessageText.Read(call);
        return world.Describe(world.Store(chat, thread, text.Text, text.Entities, InlineKeyboard.Read(call), isBots: true));
    }

    public JsonNode SendRich(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        return world.Describe(world.Store(chat, ThreadOf(call, chat), RichText.Read(call), null, InlineKeyboard.Read(call), isBots: true));
    }

    public JsonNode SendDocument(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        var thread = ThreadOf(call, chat);
        var caption = MessageText.ReadCaption(call);
        if (call.Json("document") is not JsonObject file || file["content"]?.ToString() is not { Length: > 0 } content)
            throw TelegramException.BadRequest("there is no document in the request");

        var document = files.Add($"{file["file_name"]}", Encoding.UTF8.GetBytes(content), $"{file["mime_type"]}");
        return world.Describe(world.Store(chat, thread, caption.Text, caption.Entities, InlineKeyboard.Read(call), isBots: true, document));
    }

    public JsonNode EditText(TelegramCall call)
    {
        var message = Own(call, "edit");
        var text = MessageText.Read(call);
        return Replace(message, message with { Text = text.Text, Entities = text.Entities, Markup = InlineKeyboard.Read(call) });
    }

    public JsonNode EditMarkup(TelegramCall call)
    {
        var message = Own(call, "edit");
        return Replace(message, message with { Markup = InlineKeyboard.Read(call) });
    }

    public JsonNode Delete(TelegramCall call)
    {
        var message = Own(call, "delete");
        lock (world.Gate)
            message.Chat.Messages.Remove(message.Id);
        return true;
    }

    public JsonNode Pin(TelegramCall call)
    {
        var chat = Pinnable(call);
        lock (world.Gate)
        {
            if (call.Number("message_id") is not { } id || !chat.Messages.ContainsKey((int)id))
                throw TelegramException.BadRequest("message to pin not found");
            chat.Pins.Remove((int)id);
            chat.Pins.Add((int)id);
        }

        return true;
    }

    public JsonNode Unpin(TelegramCall call)
    {
        var chat = Pinnable(call);
        lock (world.Gate)
        {
            var id = (int?)call.Number("message_id") ?? chat.Pinned;
            if (id is null || !chat.Pins.Remove(id.Value))
                throw TelegramException.BadRequest("message to unpin not found");
        }

        return true;
    }

    private SimulatedChat Pinnable(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        lock (world.Gate)
        {
            return chat.IsGroup && chat.Members.GetValueOrDefault(world.BotId) != "administrator"
                ? throw TelegramException.BadRequest("not enough rights to manage pinned messages in the chat")
                : chat;
        }
    }

    private JsonObject Replace(SimulatedMessage old, SimulatedMessage changed)
    {
        if (old.Text == changed.Text && JsonNode.DeepEquals(old.Entities, changed.Entities) && JsonNode.DeepEquals(old.Markup, changed.Markup))
        {
            throw TelegramException.BadRequest(
                "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        lock (world.Gate)
            old.Chat.Messages[old.Id] = changed;
        return world.Describe(changed);
    }

    private SimulatedMessage Own(TelegramCall call, string purpose)
    {
        var chat = world.ChatOf(call);
        var id = call.Number("message_id") ?? throw TelegramException.BadRequest("message identifier is not specified");
        lock (world.Gate)
        {
            var message = chat.Messages.GetValueOrDefault((int)id) ?? throw TelegramException.BadRequest($"message to {purpose} not found");
            return message.IsBots ? message : throw TelegramException.BadRequest($"message can't be {purpose}ed");
        }
    }

    /// <summary>The topic to write to, if any; refuses where there is none such, or the bot may not write in it or in the chat.</summary>
    private int? ThreadOf(TelegramCall call, SimulatedChat chat)
    {
        var thread = (int?)call.Number("message_thread_id");
        lock (world.Gate)
        {
            if (!chat.BotMayWrite)
                throw TelegramException.BadRequest(chat.Type == "channel" ? "need administrator rights in the channel chat" : "not enough rights to send text messages to the chat");
            if (thread is not { } topic)
                return null;
            if (!chat.Topics.Contains(topic))
                throw TelegramException.BadRequest("message thread not found");
            return chat.ClosedTopics.Contains(topic) ? throw TelegramException.BadRequest("TOPIC_CLOSED") : topic;
        }
    }
}
