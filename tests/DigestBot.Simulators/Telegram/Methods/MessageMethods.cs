using System.Text.Json.Nodes;
using DigestBot.Simulators.Telegram.Text;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>Sending, editing and pinning.</summary>
internal sealed class MessageMethods(TelegramWorld world)
{
    public JsonNode Send(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        var thread = (int?)call.Number("message_thread_id");
        if (thread is { } topic && !Has(chat, topic))
            throw TelegramException.BadRequest("message thread not found");

        var text = MessageText.Read(call);
        return world.Describe(world.Store(chat, thread, text.Text, text.Entities, InlineKeyboard.Read(call), isBots: true));
    }

    public JsonNode SendRich(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        var thread = (int?)call.Number("message_thread_id");
        if (thread is { } topic && !Has(chat, topic))
            throw TelegramException.BadRequest("message thread not found");

        return world.Describe(world.Store(chat, thread, RichText.Read(call), null, InlineKeyboard.Read(call), isBots: true));
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

    private bool Has(SimulatedChat chat, int topic)
    {
        lock (world.Gate)
            return chat.Topics.Contains(topic);
    }
}
