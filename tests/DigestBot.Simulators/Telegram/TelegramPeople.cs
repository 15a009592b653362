using System.Text.Json.Nodes;
using DigestBot.Simulators.Telegram.Methods;
using DigestBot.Simulators.Telegram.Text;

namespace DigestBot.Simulators.Telegram;

/// <summary>What people do in chats: each becomes the update that Telegram would send, and returns its id (null where the bot does not ask for it).</summary>
public sealed class TelegramPeople
{
    /// <summary>Who writes for an administrator that stays anonymous.</summary>
    private const long AnonymousAdmin = 1087968824;

    private readonly TelegramWorld _world;
    private readonly TelegramUpdates _updates;
    private readonly CallbackMethods _callbacks;
    private readonly InlineMethods _inline;
    private readonly FileMethods _files;

    internal TelegramPeople(TelegramWorld world, TelegramUpdates updates, CallbackMethods callbacks, InlineMethods inline, FileMethods files) =>
        (_world, _updates, _callbacks, _inline, _files) = (world, updates, callbacks, inline, files);

    /// <summary>Somebody writes; in a private chat that also ends a block.</summary>
    public long? Say(SimulatedChat chat, SimulatedUser user, string text, int? topic = null, DateTimeOffset? at = null) =>
        _updates.Add("message", Message(chat, user.Describe(), text, topic, at));

    /// <summary>An administrator writes as the group.</summary>
    public long? SayAnonymously(SimulatedChat chat, string text)
    {
        var from = new JsonObject { ["id"] = AnonymousAdmin, ["is_bot"] = true, ["first_name"] = "Group", ["username"] = "GroupAnonymousBot" };
        var message = Message(chat, from, text);
        message["sender_chat"] = chat.Describe();
        return _updates.Add("message", message);
    }

    /// <summary>A post of a linked channel appears in its discussion group.</summary>
    public long? Forward(SimulatedChat group, SimulatedChat channel, string text)
    {
        var message = Message(group, new JsonObject { ["id"] = 777000, ["is_bot"] = false, ["first_name"] = "Telegram" }, text);
        (message["sender_chat"], message["is_automatic_forward"]) = (channel.Describe(), true);
        return _updates.Add("message", message);
    }

    /// <summary>An administrator posts in a channel.</summary>
    public long? Post(SimulatedChat channel, string text)
    {
        var message = Message(channel, null, text);
        message["sender_chat"] = channel.Describe();
        return _updates.Add("channel_post", message);
    }

    public long? Edit(SimulatedChat chat, SimulatedUser user, string text)
    {
        var message = Message(chat, user.Describe(), text);
        message["edit_date"] = _world.Now().ToUnixTimeSeconds();
        return _updates.Add("edited_message", message);
    }

    /// <summary>Somebody sends a photo with a caption.</summary>
    public long? Photo(SimulatedChat chat, SimulatedUser user, string caption)
    {
        var message = Message(chat, user.Describe(), caption);
        message.Remove("text");
        message["caption"] = caption;
        message["photo"] = new JsonArray(new JsonObject { ["file_id"] = "f", ["file_unique_id"] = "u", ["width"] = 1, ["height"] = 1 });
        return _updates.Add("message", message);
    }

    /// <summary>Somebody sends a file, with a text under it or none.</summary>
    public long? Document(SimulatedChat chat, SimulatedUser user, string name, byte[] content, string? caption) =>
        _updates.Add("message", WithDocument(chat, user, name, content, caption));

    /// <summary>Somebody answers to a file that was sent before.</summary>
    public long? AnswerTo(SimulatedChat chat, SimulatedUser user, string name, byte[] content, string text)
    {
        var message = Message(chat, user.Describe(), text);
        message["reply_to_message"] = WithDocument(chat, user, name, content, null);
        return _updates.Add("message", message);
    }

    /// <summary>Somebody posts what the bot offered them inline.</summary>
    public long? SayInline(SimulatedChat chat, SimulatedUser user, string text)
    {
        var message = Message(chat, user.Describe(), text);
        message["via_bot"] = _world.DescribeBot();
        return _updates.Add("message", message);
    }

    /// <summary>Somebody passes on what another person wrote elsewhere.</summary>
    public long? PassOn(SimulatedChat chat, SimulatedUser user, string text)
    {
        var message = Message(chat, user.Describe(), text);
        message["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["date"] = _world.Now().ToUnixTimeSeconds(), ["sender_user_name"] = "Warta" };
        return _updates.Add("message", message);
    }

    /// <summary>An administrator closes a topic or opens it again.</summary>
    public long? SetTopic(SimulatedChat forum, SimulatedUser by, int topic, bool isOpen)
    {
        lock (_world.Gate)
            _ = isOpen ? forum.ClosedTopics.Remove(topic) : forum.ClosedTopics.Add(topic);
        var message = Message(forum, by.Describe(), "", topic);
        message.Remove("text");
        message[isOpen ? "forum_topic_reopened" : "forum_topic_closed"] = new JsonObject();
        return _updates.Add("message", message);
    }

    /// <summary>Somebody types behind the bot's name, in whatever chat.</summary>
    public long? AskInline(SimulatedUser user, string text) => _updates.Add("inline_query", new JsonObject
    {
        ["id"] = _inline.Open(),
        ["from"] = user.Describe(),
        ["query"] = text,
        ["offset"] = "",
        ["chat_type"] = "group",
    });

    /// <summary>Somebody presses the button with this label under a message of the bot.</summary>
    public long? Press(SimulatedChat chat, SimulatedUser user, int messageId, string label)
    {
        var buttons = chat.Messages[messageId].Markup?["inline_keyboard"] as JsonArray ?? throw new InvalidOperationException("the message has no buttons");
        var button = buttons.SelectMany(row => (JsonArray)row!).First(button => button!["text"]!.GetValue<string>() == label);
        return PressRaw(chat, user, messageId, button!["callback_data"]!.GetValue<string>());
    }

    /// <summary>A press with whatever data: what a changed client can send.</summary>
    public long? PressRaw(SimulatedChat chat, SimulatedUser user, int messageId, string data)
    {
        var query = new JsonObject { ["id"] = _callbacks.Open(), ["from"] = user.Describe(), ["chat_instance"] = "1", ["data"] = data };
        query["message"] = chat.Messages.TryGetValue(messageId, out var message)
            ? _world.Describe(message)
            : new JsonObject { ["chat"] = chat.Describe(), ["message_id"] = messageId, ["date"] = 0 };
        return _updates.Add("callback_query", query);
    }

    /// <summary>
    /// Somebody's reactions to a message are these from now on. The bot hears of it in a private chat and where it is an
    /// administrator; in a channel it hears how many there are of each.
    /// </summary>
    public long? React(SimulatedChat chat, SimulatedUser user, int messageId, params string[] emoji)
    {
        string[] before;
        (string Emoji, int Count)[] counts;
        lock (_world.Gate)
        {
            before = chat.Reactions.GetValueOrDefault((messageId, user.Id), []);
            chat.Reactions[(messageId, user.Id)] = emoji;
            counts = [.. chat.Reactions.Where(given => given.Key.Message == messageId).SelectMany(given => given.Value).CountBy(sign => sign).Select(count => (count.Key, count.Value))];
        }

        if (chat.IsGroup && chat.Members.GetValueOrDefault(_world.BotId) != "administrator")
            return null;

        var change = new JsonObject { ["chat"] = chat.Describe(), ["message_id"] = messageId, ["date"] = _world.Now().ToUnixTimeSeconds() };
        if (chat.Type == "channel")
        {
            change["reactions"] = new JsonArray([.. counts.Select(count => new JsonObject { ["type"] = Reaction(count.Emoji), ["total_count"] = count.Count })]);
            return _updates.Add("message_reaction_count", change);
        }

        change["user"] = user.Describe();
        change["old_reaction"] = new JsonArray([.. before.Select(Reaction)]);
        change["new_reaction"] = new JsonArray([.. emoji.Select(Reaction)]);
        return _updates.Add("message_reaction", change);
    }

    /// <summary>
    /// Somebody changes what the bot is in a chat: blocks it, removes it, adds it, or restricts it or makes it an administrator
    /// that may write or not.
    /// </summary>
    public long? SetBot(SimulatedChat chat, SimulatedUser by, string status, bool mayWrite = true)
    {
        string before;
        bool couldWrite;
        lock (_world.Gate)
        {
            before = chat.Members.GetValueOrDefault(_world.BotId, chat.IsGroup ? "left" : "member");
            chat.Members[_world.BotId] = status;
            (couldWrite, chat.BotMayWrite) = (chat.BotMayWrite, mayWrite);
            chat.Forbidden = status switch
            {
                "kicked" when !chat.IsGroup => "bot was blocked by the user",
                "kicked" or "left" => $"bot was kicked from the {chat.Type} chat",
                _ => null,
            };
        }

        var members = new ChatMethods(_world);
        return _updates.Add("my_chat_member", new JsonObject
        {
            ["chat"] = chat.Describe(),
            ["from"] = by.Describe(),
            ["date"] = _world.Now().ToUnixTimeSeconds(),
            ["old_chat_member"] = members.Describe(chat, _world.BotId, before, couldWrite),
            ["new_chat_member"] = members.Describe(chat, _world.BotId, status, mayWrite),
        });
    }

    /// <summary>
    /// A basic group becomes a supergroup: both chats say so, and the old one refuses with the new id. Of the new one it is also said that
    /// the bot has come there (https://github.com/tdlib/telegram-bot-api/issues/266).
    /// </summary>
    public SimulatedChat Upgrade(SimulatedChat group, SimulatedUser by, bool announce = true)
    {
        var supergroup = _world.AddGroup(group.Title, by);
        group.MigratedTo = supergroup.Id;
        if (!announce)
            return supergroup;

        var (old, fresh) = (Message(group, by.Describe(), ""), Message(supergroup, by.Describe(), ""));
        old.Remove("text");
        fresh.Remove("text");
        (old["migrate_to_chat_id"], fresh["migrate_from_chat_id"]) = (supergroup.Id, group.Id);
        lock (_world.Gate)
            supergroup.Members[_world.BotId] = "left";
        SetBot(supergroup, by, "member");
        _updates.Add("message", old);
        _updates.Add("message", fresh);
        return supergroup;
    }

    private static JsonObject Reaction(string emoji) => new() { ["type"] = "emoji", ["emoji"] = emoji };

    private JsonObject WithDocument(SimulatedChat chat, SimulatedUser user, string name, byte[] content, string? caption)
    {
        var message = Message(chat, user.Describe(), "");
        message.Remove("text");
        message["document"] = _files.Add(name, content);
        if (caption is not null)
            message["caption"] = caption;
        return message;
    }

    private JsonObject Message(SimulatedChat chat, JsonObject? from, string text, int? topic = null, DateTimeOffset? at = null)
    {
        var message = new JsonObject { ["message_id"] = _world.Store(chat, topic, text).Id };
        if (from is not null)
            message["from"] = from;
        (message["chat"], message["date"], message["text"]) = (chat.Describe(), (at ?? _world.Now()).ToUnixTimeSeconds(), text);
        if (topic is not null)
            (message["message_thread_id"], message["is_topic_message"]) = (topic, true);
        JsonArray entities = [.. FoundEntities.In(text, []).Select(entity => entity.ToJson())];
        if (entities.Count > 0)
            message["entities"] = entities;
        return message;
    }
}
