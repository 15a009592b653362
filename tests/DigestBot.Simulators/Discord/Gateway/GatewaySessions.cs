using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Discord.Gateway;

/// <summary>The sessions that can still be told something, or be resumed.</summary>
internal sealed class GatewaySessions
{
    private readonly Lock _gate = new();
    private readonly List<GatewaySession> _all = [];

    public int Connected => Alive().Count(session => session.Connection is not null);

    public void Add(GatewaySession session)
    {
        lock (_gate)
            _all.Add(session);
    }

    public GatewaySession? Find(string? id) => Alive().FirstOrDefault(session => session.Id == id);

    public void Tell(string name, JsonNode data, ulong? guild)
    {
        foreach (var session in Alive().Where(session => session.Sees(guild) && session.Wants(name, guild)))
            session.Tell(name, data.DeepClone());
    }

    public void End()
    {
        foreach (var session in Alive())
            session.End();
    }

    private GatewaySession[] Alive()
    {
        lock (_gate)
            return [.. _all.Where(session => session.IsAlive)];
    }
}
