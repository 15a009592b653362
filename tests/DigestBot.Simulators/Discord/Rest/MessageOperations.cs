using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>Messages that the bot sends by itself, and what becomes of them.</summary>
internal sealed class MessageOperations(DiscordSimulatorOptions options, DiscordWorld world, MessageMaker maker)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset At, DiscordMessage Message)> _nonces = new(StringComparer.Ordinal);

    public DiscordResult Create(DiscordCall call)
    {
        var fields = call.Fields;
        var errors = new FormErrors();
        MessageRules.Check(fields, errors);
        if (fields["flags"] is JsonValue flags && flags.TryGetValue(out int bits) && (bits & DiscordMessage.Ephemeral) != 0)
            errors.Add("flags", "MESSAGE_FLAGS_INVALID", "only answers to interactions can be ephemeral");
        errors.ThrowIfAny();
        var channel = ChannelAccess.Writable(world, call.Route.Channel, fields["embeds"] is JsonArray { Count: > 0 });
        if (MessageRules.IsEmpty(fields))
            throw DiscordRefusal.Empty();

        lock (_gate)
        {
            if (First(fields) is { } first)
            {
                return first.Channel.Find(first.Id) is null
                    ? throw DiscordRefusal.UnknownMessage()
                    : new DiscordResult(200, maker.Describe(first)) { Verdict = Verdict.Duplicate };
            }

            var message = maker.Make(channel, fields);
            channel.Put(message);
            if (message.Nonce is { } nonce)
                _nonces[nonce] = (world.Now(), message);
            return new DiscordResult(200, maker.Describe(message));
        }
    }

    public DiscordResult Get(DiscordCall call) => new(200, maker.Describe(Own(call)));

    public DiscordResult Edit(DiscordCall call)
    {
        var message = Own(call);
        var errors = new FormErrors();
        MessageRules.Check(call.Fields, errors);
        errors.ThrowIfAny();
        var changed = maker.Change(message, call.Fields);
        if (changed is { Content.Length: 0, Embeds.Count: 0, Components.Count: 0 })
            throw DiscordRefusal.Empty();
        message.Channel.Put(changed);
        return new DiscordResult(200, maker.Describe(changed));
    }

    public DiscordResult Delete(DiscordCall call)
    {
        var message = Own(call);
        message.Channel.Remove(message.Id);
        return new DiscordResult(204);
    }

    public DiscordResult Pin(DiscordCall call, bool isPinned)
    {
        var message = Own(call);
        if (message.Channel.Guild is not null && !message.Channel.BotPermissions.HasFlag(DiscordPermissions.PinMessages))
            throw DiscordRefusal.MissingPermissions();
        message.Channel.Pin(message.Id, isPinned);
        return new DiscordResult(204);
    }

    /// <summary>The message that this one would repeat.</summary>
    private DiscordMessage? First(JsonObject fields) =>
        fields["enforce_nonce"]?.GetValue<bool>() == true && fields["nonce"] is { } nonce &&
        _nonces.TryGetValue(nonce.ToString(), out var first) && world.Now() - first.At < options.NonceLives
            ? first.Message
            : null;

    private DiscordMessage Own(DiscordCall call)
    {
        var channel = ChannelAccess.Visible(world, call.Route.Channel);
        return Snowflakes.TryParse(call.Route.Message) is { } id && channel.Find(id) is { } message
            ? message
            : throw DiscordRefusal.UnknownMessage();
    }
}
