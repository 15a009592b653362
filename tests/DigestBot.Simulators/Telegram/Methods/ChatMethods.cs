using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>Who is in a chat, and who the bot is.</summary>
internal sealed class ChatMethods(TelegramWorld world)
{
    public JsonNode Me()
    {
        var me = world.DescribeBot();
        (me["can_join_groups"], me["can_read_all_group_messages"], me["supports_inline_queries"]) = (true, false, true);
        return me;
    }

    public JsonNode Chat(TelegramCall call)
    {
        var chat = world.ChatOf(call).Describe();
        (chat["accent_color_id"], chat["max_reaction_count"]) = (0, 11);
        return chat;
    }

    public JsonNode Member(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        var id = call.Number("user_id") ?? throw TelegramException.BadRequest("invalid user_id specified");
        if (id != world.BotId && world.FindUser(id) is null)
            throw TelegramException.BadRequest("PARTICIPANT_ID_INVALID");
        if (id != world.BotId && Hides(chat, HiddenMembers.Members))
            throw TelegramException.BadRequest("member list is inaccessible");
        return Describe(chat, id);
    }

    public JsonNode Administrators(TelegramCall call)
    {
        var chat = world.ChatOf(call);
        if (!chat.IsGroup)
            throw TelegramException.BadRequest("there are no administrators in the private chat");
        if (Hides(chat, HiddenMembers.Administrators))
            throw TelegramException.BadRequest("member list is inaccessible");

        long[] ids;
        lock (world.Gate)
            ids = [.. chat.Members.Where(member => member.Value is "creator" or "administrator").Select(member => member.Key)];
        return new JsonArray([.. ids.Select(id => Describe(chat, id))]);
    }

    /// <summary>A member as the API shows it, with the fields that the status asks for.</summary>
    internal JsonObject Describe(SimulatedChat chat, long id, string? status = null, bool mayWrite = true)
    {
        lock (world.Gate)
            status ??= chat.Members.GetValueOrDefault(id, "left");
        var member = new JsonObject { ["status"] = status, ["user"] = id == world.BotId ? world.DescribeBot() : world.FindUser(id)!.Describe() };
        if (status is "creator" or "administrator")
            member["is_anonymous"] = false;
        if (status == "administrator")
        {
            foreach (var right in (string[])["can_be_edited", "can_manage_chat", "can_delete_messages", "can_pin_messages", "can_post_messages"])
                member[right] = mayWrite || right != "can_post_messages";
        }

        if (status == "restricted")
            (member["is_member"], member["can_send_messages"], member["until_date"]) = (true, mayWrite, 0);

        if (status == "kicked")
            member["until_date"] = 0;
        return member;
    }

    private bool Hides(SimulatedChat chat, HiddenMembers what)
    {
        lock (world.Gate)
            return chat.Hides >= what && chat.Members.GetValueOrDefault(world.BotId) != "administrator";
    }
}
