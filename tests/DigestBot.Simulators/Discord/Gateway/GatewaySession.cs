using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Gateway;

/// <summary>A session: numbers what it tells the bot, and keeps it so that a lost connection loses nothing.</summary>
internal sealed class GatewaySession(string id, (int Number, int Count) shard, int intents)
{
    private const int GuildMessageReactions = 1 << 10;
    private const int DirectMessageReactions = 1 << 13;

    private readonly Lock _gate = new();
    private readonly List<(long Sequence, JsonObject Payload)> _told = [];
    private GatewayConnection? _connection;
    private long _sequence;

    public string Id => id;

    public (int Number, int Count) Shard => shard;

    /// <summary>False once it cannot be resumed any more.</summary>
    public bool IsAlive { get; private set; } = true;

    public GatewayConnection? Connection
    {
        get
        {
            lock (_gate)
                return _connection;
        }
    }

    /// <summary>Whether what happens in this guild is this shard's; direct messages are the first's.</summary>
    public bool Sees(ulong? guild) =>
        guild is { } known ? (int)((known >> 22) % (ulong)shard.Count) == shard.Number : shard.Number == 0;

    /// <summary>Whether the bot wants to hear of such a thing; what is not known here it hears in any case.</summary>
    public bool Wants(string name, ulong? guild) =>
        !name.StartsWith("MESSAGE_REACTION_", StringComparison.Ordinal)
        || (intents & (guild is null ? DirectMessageReactions : GuildMessageReactions)) != 0;

    public void Begin(GatewayConnection connection)
    {
        lock (_gate)
            _connection = connection;
    }

    public void Tell(string name, JsonNode data)
    {
        lock (_gate)
        {
            var payload = new JsonObject { ["op"] = Opcodes.Dispatch, ["d"] = data, ["s"] = ++_sequence, ["t"] = name };
            _told.Add((_sequence, payload));
            _connection?.Send(payload);
        }
    }

    /// <summary>Takes the session up where it was left; false where the sequence number was never given.</summary>
    public bool Resume(GatewayConnection connection, long seen)
    {
        lock (_gate)
        {
            if (seen < 0 || seen > _sequence)
                return false;

            _connection?.Cut();
            _connection = connection;
            foreach (var (_, payload) in _told.Where(told => told.Sequence > seen))
                connection.Send(payload);
        }

        Tell("RESUMED", new JsonObject());
        return true;
    }

    public void Leave(GatewayConnection connection, bool staysAlive)
    {
        lock (_gate)
        {
            if (_connection != connection)
                return;
            _connection = null;
            IsAlive &= staysAlive;
        }
    }

    public void End() => IsAlive = false;
}
