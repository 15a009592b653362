using System.Text.Json.Nodes;
using DigestBot.Simulators.Discord.Gateway;
using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>Posts of forums. A second request makes a second post: there is no nonce for one.</summary>
internal sealed class ThreadOperations(DiscordWorld world, MessageMaker maker, DiscordGateway gateway)
{
    private const int LongestName = 100;
    private const int MostTags = 5;

    public DiscordResult Create(DiscordCall call)
    {
        var forum = ChannelAccess.Visible(world, call.Route.Channel);
        if (!forum.IsForum)
            throw DiscordRefusal.NotText();
        if ((forum.BotPermissions & DiscordPermissions.SendMessages) == 0)
            throw DiscordRefusal.MissingPermissions();

        var (name, message, tags) = Read(call.Fields, forum);
        var isModerated = forum.Tags.Any(tag => tag.IsModerated && tags.Contains(tag.Id));
        if (isModerated && (forum.BotPermissions & (DiscordPermissions.ManageThreads | DiscordPermissions.Administrator)) == 0)
            throw DiscordRefusal.MissingPermissions();
        if (tags.Count == 0 && forum.RequiresTag)
            throw DiscordRefusal.TagRequired();
        if (MessageRules.IsEmpty(message))
            throw DiscordRefusal.Empty();

        var post = world.AddThread(forum, name, world.BotId, tags);
        var opening = maker.Make(post, message) with { Id = post.Id };
        post.Put(opening);
        gateway.Tell("THREAD_CREATE", post.Describe(), forum.Guild?.Id);
        var answer = post.Describe();
        answer["message"] = maker.Describe(opening);
        return new DiscordResult(201, answer);
    }

    public DiscordResult Active(DiscordCall call)
    {
        var guild = Snowflakes.TryParse(call.Route.Guild) is { } id ? world.FindGuild(id) : null;
        if (guild is null)
            throw DiscordRefusal.UnknownGuild();
        if (!guild.HasBot)
            throw DiscordRefusal.MissingAccess();

        var threads = guild.Channels.Where(channel => channel is { IsThread: true, IsArchived: false, IsDeleted: false });
        return new DiscordResult(200, new JsonObject
        {
            ["threads"] = new JsonArray([.. threads.Select(thread => thread.Describe())]),
            ["members"] = new JsonArray(),
            ["has_more"] = false,
        });
    }

    private static (string Name, JsonObject Message, IReadOnlyList<ulong> Tags) Read(JsonObject fields, DiscordChannel forum)
    {
        var errors = new FormErrors();
        var name = fields["name"]?.ToString().Trim() ?? "";
        if (name.Length is 0 or > LongestName)
            errors.Add("name", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {LongestName} in length.");
        var message = fields["message"] as JsonObject ?? [];
        MessageRules.Check(message, errors);
        var tags = (fields["applied_tags"] as JsonArray ?? []).Select(tag => Snowflakes.TryParse(tag?.ToString()) ?? 0).ToArray();
        if (tags.Length > MostTags || tags.Any(tag => forum.Tags.All(known => known.Id != tag)))
            errors.Add("applied_tags", "APPLIED_TAGS_INVALID", "there is no such tag in this forum, or there are too many");
        if (message.ContainsKey("nonce") || message.ContainsKey("enforce_nonce"))
            errors.Add("message", "NONCE", "a post takes no nonce");
        errors.ThrowIfAny();
        return (name, message, tags);
    }
}
