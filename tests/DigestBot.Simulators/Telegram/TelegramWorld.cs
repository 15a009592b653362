using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>The chats and people that a simulator knows, and the bot among them.</summary>
public sealed class TelegramWorld
{
    private readonly Dictionary<long, SimulatedChat> _chats = [];
    private readonly Dictionary<long, SimulatedUser> _users = [];
    private readonly bool _openChats;
    private readonly bool _isLean;
    private long _lastUser = 5000;
    private long _lastGroup = 200;

    internal TelegramWorld(TelegramSimulatorOptions options)
    {
        _openChats = options.OpenChats;
        _isLean = options.Lean;
        BotId = long.Parse(options.Token.Split(':')[0], CultureInfo.InvariantCulture);
        BotName = options.BotName;
    }

    public long BotId { get; }

    public string BotName { get; }

    /// <summary>The time that this world shows; moved by tests that move the bot's.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    internal Lock Gate { get; } = new();

    public SimulatedUser AddUser(string name, string? language = "id")
    {
        lock (Gate)
        {
            var user = new SimulatedUser(++_lastUser, name, language);
            return _users[user.Id] = user;
        }
    }

    /// <summary>A private chat that the user has started.</summary>
    public SimulatedChat AddPrivateChat(SimulatedUser user)
    {
        var chat = new SimulatedChat(user.Id, "private", user.FirstName);
        chat.Members[user.Id] = "member";
        return Add(chat);
    }

    /// <summary>A basic group, a supergroup, a forum or a channel; the bot is in it.</summary>
    public SimulatedChat AddGroup(string title, SimulatedUser owner, string type = "supergroup", bool isForum = false)
    {
        long id;
        lock (Gate)
            id = type == "group" ? -(++_lastGroup) : -1_000_000_000_000 - ++_lastGroup;

        var chat = new SimulatedChat(id, type, title) { IsForum = isForum };
        chat.Members[owner.Id] = "creator";
        chat.Members[BotId] = type == "channel" ? "administrator" : "member";
        return Add(chat);
    }

    public SimulatedUser? FindUser(long id)
    {
        lock (Gate)
            return _users.GetValueOrDefault(id);
    }

    /// <summary>A chat by its public name, whatever the case.</summary>
    public SimulatedChat? FindChat(string username)
    {
        lock (Gate)
            return _chats.Values.FirstOrDefault(chat => username.Equals(chat.Username, StringComparison.OrdinalIgnoreCase));
    }

    public SimulatedChat? FindChat(long id)
    {
        lock (Gate)
        {
            if (!_chats.TryGetValue(id, out var chat) && _openChats && id > 0)
                _chats[id] = chat = new SimulatedChat(id, "private", "Reader");
            return chat;
        }
    }

    /// <summary>The chat that a call names; refuses in the Bot API's words where there is none or the bot may not write.</summary>
    internal SimulatedChat ChatOf(TelegramCall call, bool toWrite = true)
    {
        var address = call.Text("chat_id");
        if (string.IsNullOrEmpty(address))
            throw TelegramException.BadRequest("chat_id is empty");

        var chat = long.TryParse(address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? FindChat(id)
            : address[0] == '@' ? FindChat(address[1..])
            : null;
        if (chat is null)
            throw TelegramException.BadRequest("chat not found");
        if (toWrite && chat.MigratedTo is { } moved)
            throw new TelegramException(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved });
        return !toWrite || chat.Forbidden is null ? chat : throw new TelegramException(403, $"Forbidden: {chat.Forbidden}");
    }

    internal SimulatedMessage Store(
        SimulatedChat chat, int? thread, string text, JsonArray? entities = null, JsonObject? markup = null, bool isBots = false, JsonObject? document = null)
    {
        lock (Gate)
        {
            var message = new SimulatedMessage
            {
                Id = chat.NextMessageId(),
                Chat = chat,
                Thread = thread,
                Text = text,
                Entities = entities ?? [],
                Markup = markup,
                Document = document,
                IsBots = isBots,
                Date = Now(),
            };
            if (!_isLean)
                chat.Messages[message.Id] = message;
            return message;
        }
    }

    internal JsonObject DescribeBot() =>
        new() { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "Digest", ["username"] = BotName };

    /// <summary>A message of the bot as the API shows it.</summary>
    internal JsonObject Describe(SimulatedMessage message)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["chat"] = message.Chat.Describe(),
            ["date"] = message.Date.ToUnixTimeSeconds(),
            [message.Document is null ? "text" : "caption"] = message.Text,
        };
        json[message.Chat.Type == "channel" ? "sender_chat" : "from"] = message.Chat.Type == "channel" ? message.Chat.Describe() : DescribeBot();
        if (message.Thread is { } thread)
            (json["message_thread_id"], json["is_topic_message"]) = (thread, true);
        if (message.Entities.Count > 0)
            json[message.Document is null ? "entities" : "caption_entities"] = message.Entities.DeepClone();
        if (message.Document is not null)
            json["document"] = message.Document.DeepClone();
        if (message.Markup is not null)
            json["reply_markup"] = message.Markup.DeepClone();
        return json;
    }

    private SimulatedChat Add(SimulatedChat chat)
    {
        lock (Gate)
            return _chats[chat.Id] = chat;
    }
}
