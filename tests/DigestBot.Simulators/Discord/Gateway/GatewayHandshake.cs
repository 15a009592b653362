using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Gateway;

/// <summary>Lets a bot begin a session, or take up one that it had. Each attempt stands in the ledger.</summary>
internal sealed class GatewayHandshake(DiscordSimulator simulator, DiscordGateway gateway, GatewaySessions sessions)
{
    public async ValueTask IdentifyAsync(GatewayConnection connection, string path, JsonObject identify)
    {
        if (await StrikesAsync("identify", connection, path))
            return;

        var inTime = gateway.Budget.Take(simulator.Seconds);
        if (gateway.Budget.WasReset)
        {
            Refuse("identify", connection, path, CloseCodes.AuthenticationFailed, "too many identifies: the token was reset");
            sessions.End();
            gateway.Close(CloseCodes.AuthenticationFailed);
            return;
        }

        if (IdentifyRules.Check(identify, simulator.Options) is { } code)
        {
            Refuse("identify", connection, path, code, "the gateway does not take it");
            return;
        }

        if (!inTime)
        {
            Record("identify", path, Verdict.Limited, "an identify came too soon after the one before");
            connection.Send(Opcodes.InvalidSession, false);
            return;
        }

        var session = new GatewaySession(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), IdentifyRules.Shard(identify), identify["intents"]!.GetValue<int>());
        Record("identify", path, Verdict.Accepted, null, session);
        Welcome(connection, session, identify);
    }

    public async ValueTask ResumeAsync(GatewayConnection connection, string path, JsonObject resume)
    {
        if (await StrikesAsync("resume", connection, path))
            return;
        if (resume["token"]?.ToString() != simulator.Options.Token || gateway.Budget.WasReset)
        {
            Refuse("resume", connection, path, CloseCodes.AuthenticationFailed, "wrong token");
            return;
        }

        var session = simulator.Options.RejectsResumes ? null : sessions.Find(resume["session_id"]?.ToString());
        if (session is null)
        {
            Record("resume", path, Verdict.Refused, "no such session");
            connection.Send(Opcodes.InvalidSession, false);
            return;
        }

        var seen = resume["seq"]?.GetValueKind() == JsonValueKind.Number ? resume["seq"]!.GetValue<long>() : -1;
        connection.Session = session;
        Record("resume", path, Verdict.Accepted, null, session, seen);
        if (session.Resume(connection, seen))
            return;

        session.End();
        connection.Close(CloseCodes.InvalidSequence);
    }

    private void Welcome(GatewayConnection connection, GatewaySession session, JsonObject identify)
    {
        var world = simulator.World;
        connection.Session = session;
        session.Begin(connection);
        sessions.Add(session);
        var guilds = world.Guilds.Where(guild => session.Sees(guild.Id)).ToArray();
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = world.DescribeBot(),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = gateway.ResumeUrl.ToString().TrimEnd('/'),
            ["guilds"] = new JsonArray(
                [.. guilds.Select(guild => new JsonObject { ["id"] = Snowflakes.Text(guild.Id), ["unavailable"] = true })]),
            ["application"] = new JsonObject { ["id"] = Snowflakes.Text(world.BotId), ["flags"] = 0 },
            ["session_type"] = "normal",
            ["private_channels"] = new JsonArray(),
        };
        if (identify["shard"] is { } shard)
            ready["shard"] = shard.DeepClone();
        session.Tell("READY", ready);
        foreach (var guild in guilds.Where(guild => !guild.IsUnavailable))
            session.Tell("GUILD_CREATE", guild.DescribeWhole());
        if (simulator.Options.Oddities.HasFlag(DiscordOddities.ExtraFields))
            session.Tell("FUTURE_EVENT", new JsonArray(1, null, "two"));
    }

    private async ValueTask<bool> StrikesAsync(string method, GatewayConnection connection, string path)
    {
        if (simulator.Faults.Next(method, null, null) is not { } fault)
            return false;

        await Task.Delay(fault.DelayMilliseconds);
        if (fault.Kind == FaultKind.Delay)
            return false;
        Record(method, path, Verdict.Refused, fault.Description, status: fault.Code ?? 0, fault: fault);
        if (fault.Kind == FaultKind.Cut)
            connection.Cut();
        else if (fault.Kind == FaultKind.Answer)
            connection.Close(fault.Code ?? CloseCodes.UnknownError);
        return true;
    }

    private void Refuse(string method, GatewayConnection connection, string path, int code, string reason)
    {
        Record(method, path, Verdict.Refused, reason, status: code);
        connection.Close(code);
    }

    /// <summary>The ledger's text is the address's path, and for a resume how far the bot had read.</summary>
    private void Record(
        string method, string path, Verdict verdict, string? reason, GatewaySession? session = null, long? seen = null,
        int status = 0, Fault? fault = null) =>
        simulator.Ledger.Add(new LedgerEntry
        {
            At = simulator.World.Now(),
            Seconds = simulator.Seconds,
            Method = method,
            Verdict = verdict,
            Status = status,
            Reason = reason,
            Fault = fault?.Name,
            MessageId = session?.Id,
            Text = seen is { } sequence ? $"{path} {sequence.ToString(CultureInfo.InvariantCulture)}" : path,
        });
}
