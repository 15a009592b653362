using System.Text.Json.Nodes;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Discord.Receiving;

public sealed class DiscordChannelsTests : IAsyncLifetime
{
    [Fact]
    public async Task A_thread_that_was_archived_meanwhile_goes_on_too_when_the_bot_is_back()
    {
        _discord.People.Remove(_guild);
        await UntilAsync(_thread, settings => settings.Pause is { ByPlatform: true });
        _thread.IsArchived = true;

        _discord.People.Invite(_guild);

        await UntilAsync(_thread, settings => settings.Pause is null);
    }

    [Fact]
    public async Task A_server_that_removed_the_bot_while_it_was_away_goes_on_when_it_is_back()
    {
        await _bot.Services.GetRequiredService<SubscriptionBook>().RefusedAsync(DiscordBot.ChatOf(_channel), "50001", TestContext.Current.CancellationToken);
        _discord.Gateway.Tell("READY", new JsonObject { ["guilds"] = new JsonArray() });

        _discord.People.Invite(_guild);

        await UntilAsync(_channel, settings => settings.Pause is null);
    }

    [Fact]
    public async Task What_another_shard_says_of_its_servers_is_nothing_about_these()
    {
        await _bot.Services.GetRequiredService<SubscriptionBook>().RefusedAsync(DiscordBot.ChatOf(_channel), "50001", TestContext.Current.CancellationToken);
        var other = (int)(1 - ((_guild.Id >> 22) % 2));
        _discord.Gateway.Tell("READY", new JsonObject { ["guilds"] = new JsonArray(), ["shard"] = new JsonArray(other, 2) });

        _discord.People.Invite(_guild);
        _discord.People.Delete(_thread);
        await UntilAsync(_thread, settings => settings.Pause is not null);

        Assert.NotNull((await SettingsAsync(_channel)).Pause);
    }

    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordUser _owner = null!;
    private DiscordGuild _guild = null!;
    private DiscordChannel _channel = null!;
    private DiscordChannel _thread = null!;
    private DiscordChannel _category = null!;
    private DiscordChannel _inCategory = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _owner = _discord.World.AddUser("Ani");
        _guild = _discord.World.AddGuild("Warta", _owner);
        _channel = _discord.World.AddChannel(_guild, "berita");
        _thread = _discord.World.AddThread(_channel, "utas");
        _category = _discord.World.AddChannel(_guild, "Kabar", ChannelKind.Category);
        _inCategory = _discord.World.AddChannel(_guild, "laut", category: _category);
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token);
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
        foreach (var channel in new[] { _channel, _thread, _inCategory })
            await _discord.People.Command(_owner, channel, "subscribe").AnswerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task Removed_from_a_server_all_its_chats_are_paused_and_go_on_when_it_is_back()
    {
        _discord.People.Remove(_guild);
        await UntilAsync(_thread, settings => settings.Pause is { ByPlatform: true, Reason.Length: > 0 });
        await UntilAsync(_channel, settings => settings.Pause is { ByPlatform: true });

        _discord.People.Invite(_guild);
        await UntilAsync(_channel, settings => settings.Pause is null);
        await UntilAsync(_thread, settings => settings.Pause is null);
    }

    [Fact]
    public async Task A_server_that_is_only_unavailable_keeps_its_digests()
    {
        _discord.People.Lose(_guild);
        await _discord.People.Command(_owner, _discord.World.OpenDirectMessages(_owner), "help").AnswerAsync();

        Assert.Null((await SettingsAsync(_channel)).Pause);
    }

    [Fact]
    public async Task A_deleted_channel_is_paused_with_its_threads_and_its_reason()
    {
        _discord.People.Delete(_channel);

        await UntilAsync(_channel, settings => settings.Pause?.Reason == "channel was deleted");
        await UntilAsync(_thread, settings => settings.Pause is { ByPlatform: true });
    }

    [Fact]
    public async Task A_channel_in_a_category_survives_the_deletion_of_the_category()
    {
        _discord.People.Delete(_category);
        _discord.People.Delete(_thread);
        await UntilAsync(_thread, settings => settings.Pause is { ByPlatform: true });

        Assert.Null((await SettingsAsync(_inCategory)).Pause);
    }

    [Fact]
    public async Task A_deleted_thread_leaves_its_channel_alone()
    {
        _discord.People.Delete(_thread);
        await UntilAsync(_thread, settings => settings.Pause is { ByPlatform: true });

        Assert.Null((await SettingsAsync(_channel)).Pause);
    }

    private Task<ChatSettings> SettingsAsync(DiscordChannel channel) =>
        _bot.Store.GetChatAsync(DiscordBot.ChatOf(channel), TestContext.Current.CancellationToken);

    private async Task UntilAsync(DiscordChannel channel, Func<ChatSettings, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition(await SettingsAsync(channel)))
            await Task.Delay(20, patience.Token);
    }
}
