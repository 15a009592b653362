using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram;

/// <summary>A person with an account.</summary>
public sealed record SimulatedUser(long Id, string FirstName, string? Language = "id", string? Username = null)
{
    internal JsonObject Describe()
    {
        var user = new JsonObject { ["id"] = Id, ["is_bot"] = false, ["first_name"] = FirstName };
        if (Username is not null)
            user["username"] = Username;
        if (Language is not null)
            user["language_code"] = Language;
        return user;
    }
}

/// <summary>A chat as Telegram keeps it. Changed under the world's lock.</summary>
public sealed class SimulatedChat(long id, string type, string title)
{
    private int _lastMessage;

    public long Id => id;

    /// <summary>private, group, supergroup or channel.</summary>
    public string Type => type;

    public string Title => title;

    public bool IsForum { get; init; }

    /// <summary>The public name, without its sign; null for none.</summary>
    public string? Username { get; set; }

    public bool IsGroup => type != "private";

    /// <summary>Topics that exist; the general one has no number.</summary>
    public HashSet<int> Topics { get; } = [];

    /// <summary>Topics that exist and in which only administrators write.</summary>
    public HashSet<int> ClosedTopics { get; } = [];

    /// <summary>User id to status: creator, administrator, member, left, kicked.</summary>
    public Dictionary<long, string> Members { get; } = [];

    /// <summary>Why the bot may not write here, as a 403 says it; null where it may.</summary>
    public string? Forbidden { get; set; }

    /// <summary>
    /// Whether the bot may write, being in it: not where it is muted, where the group is closed to its members, or where it may
    /// not post in the channel.
    /// </summary>
    public bool BotMayWrite { get; set; } = true;

    /// <summary>Which members it does not tell a bot of that is no administrator.</summary>
    public HiddenMembers Hides { get; set; }

    /// <summary>The supergroup that it became.</summary>
    public long? MigratedTo { get; set; }

    public Dictionary<int, SimulatedMessage> Messages { get; } = [];

    /// <summary>Who reacted to which message with what.</summary>
    public Dictionary<(int Message, long User), string[]> Reactions { get; } = [];

    /// <summary>Messages that are pinned, the newest pin last.</summary>
    public List<int> Pins { get; } = [];

    /// <summary>The newest pin, which is the one that Telegram shows.</summary>
    public int? Pinned => Pins.Count == 0 ? null : Pins[^1];

    public int NextMessageId() => ++_lastMessage;

    internal JsonObject Describe()
    {
        var chat = new JsonObject { ["id"] = id, ["type"] = type };
        chat[type == "private" ? "first_name" : "title"] = title;
        if (Username is not null)
            chat["username"] = Username;
        if (IsForum)
            chat["is_forum"] = true;
        return chat;
    }
}

/// <summary>What a chat keeps from a bot that is no administrator in it.</summary>
public enum HiddenMembers
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Single members.</summary>
    Members,

    /// <summary>The list of administrators too.</summary>
    Administrators,
}

/// <summary>A message in a chat.</summary>
public sealed record SimulatedMessage
{
    public required int Id { get; init; }

    public required SimulatedChat Chat { get; init; }

    public int? Thread { get; init; }

    public required string Text { get; init; }

    /// <summary>Those that were sent and those that Telegram finds by itself, such as mentions.</summary>
    public JsonArray Entities { get; init; } = [];

    public JsonObject? Markup { get; init; }

    /// <summary>The file that the text stands under; null for none.</summary>
    public JsonObject? Document { get; init; }

    public bool IsBots { get; init; }

    public DateTimeOffset Date { get; init; }
}
