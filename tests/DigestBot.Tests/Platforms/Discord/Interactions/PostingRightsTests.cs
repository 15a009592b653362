using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>What is said where the bot may not post, and what becomes of it once it may.</summary>
public sealed class PostingRightsTests : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordUser _owner = null!;
    private DiscordGuild _guild = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _owner = _discord.World.AddUser("Ani");
        _guild = _discord.World.AddGuild("Warta", _owner);
        _channel = _discord.World.AddChannel(_guild, "berita");
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token);
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Theory]
    [InlineData("id", "Kiriman belum bisa masuk ke sini", "Kirim Pesan (Send Messages), Sematkan Tautan (Embed Links)")]
    [InlineData("en-GB", "Posts can't come here", "Send Messages, Embed Links")]
    public async Task Who_subscribes_where_the_bot_may_not_post_is_told_what_is_missing(string locale, string told, string named)
    {
        var owner = _discord.World.AddUser("Budi", locale);
        _guild.Permit(owner, DiscordPermissions.Manager);
        Forbid(_channel, DiscordPermissions.SendMessages | DiscordPermissions.EmbedLinks);

        var answer = await _discord.People.Command(owner, _channel, "subscribe").AnswerAsync();

        var last = answer.Text.TrimEnd().Split('\n')[^1];
        Assert.StartsWith(told, last, StringComparison.Ordinal);
        Assert.EndsWith($"{named}.", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_thread_it_is_messages_in_threads_that_have_to_be_permitted()
    {
        var thread = _discord.World.AddThread(_channel, "utas");
        Forbid(thread, DiscordPermissions.SendMessages);
        Assert.DoesNotContain("Send Messages", await SubscribeAsync(thread), StringComparison.Ordinal);

        Forbid(thread, DiscordPermissions.SendMessagesInThreads);
        Assert.Contains("(Send Messages in Threads).", await SubscribeAsync(thread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_stands_for_its_forum_needs_the_permission_to_begin_posts_too()
    {
        var forum = _discord.World.AddChannel(_guild, "ringkasan", ChannelKind.Forum);
        var post = _discord.World.AddThread(forum, "pos");
        await _discord.People.Command(_owner, post, "forum", ("state", "on")).AnswerAsync();
        Forbid(post, DiscordPermissions.SendMessages);

        Assert.Contains("(Send Messages).", await SubscribeAsync(post), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_of_permissions_where_nothing_is_missing_or_nothing_is_to_come()
    {
        var direct = _discord.World.OpenDirectMessages(_owner);
        direct.BotPermissions = DiscordPermissions.None;
        Assert.DoesNotContain("Send Messages", await SubscribeAsync(direct), StringComparison.Ordinal);
        Assert.DoesNotContain("Send Messages", await SubscribeAsync(_channel), StringComparison.Ordinal);

        Forbid(_channel, DiscordPermissions.SendMessages);
        Assert.DoesNotContain("Send Messages", await AnsweredAsync(_channel, "pause"), StringComparison.Ordinal);
        Assert.DoesNotContain("Send Messages", await AnsweredAsync(_channel, "articles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_discord_had_refused_goes_on_with_the_first_command_once_the_bot_may_post()
    {
        await SubscribeAsync(_channel);
        Forbid(_channel, DiscordPermissions.SendMessages);
        await RefuseAsync(_channel);
        Assert.DoesNotContain("Selamat datang kembali", await AnsweredAsync(_channel, "settings"), StringComparison.Ordinal);
        Assert.NotNull((await SettingsAsync(_channel)).Pause);

        _channel.BotPermissions = DiscordPermissions.Member;
        Assert.StartsWith("Selamat datang kembali!", await AnsweredAsync(_channel, "articles"), StringComparison.Ordinal);
        Assert.Null((await SettingsAsync(_channel)).Pause);
        Assert.DoesNotContain("Selamat datang kembali", await AnsweredAsync(_channel, "articles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forum_that_discord_had_refused_goes_on_with_a_command_in_one_of_its_posts()
    {
        var forum = _discord.World.AddChannel(_guild, "ringkasan", ChannelKind.Forum);
        var post = _discord.World.AddThread(forum, "pos");
        await _bot.Store.SaveChatAsync(new ChatSettings { Chat = DiscordBot.ChatOf(forum), Forum = true }, Cancellation);
        await SubscribeAsync(post);
        await RefuseAsync(forum);

        Assert.StartsWith("Selamat datang kembali!", await AnsweredAsync(_discord.World.AddThread(forum, "pos lain"), "articles"), StringComparison.Ordinal);
        Assert.Null((await SettingsAsync(forum)).Pause);
    }

    [Fact]
    public async Task What_a_person_has_paused_stays_paused()
    {
        await SubscribeAsync(_channel);
        await AnsweredAsync(_channel, "pause");

        await AnsweredAsync(_channel, "articles");

        Assert.Equal(false, (await SettingsAsync(_channel)).Pause?.ByPlatform);
    }

    [Theory]
    [InlineData(ChannelKind.Text, DiscordPermissions.SendMessages | DiscordPermissions.SendMessagesInThreads, "Kirim Pesan (Send Messages).")]
    [InlineData(ChannelKind.Text, DiscordPermissions.EmbedLinks, "Sematkan Tautan (Embed Links).")]
    [InlineData(ChannelKind.Forum, DiscordPermissions.SendMessages | DiscordPermissions.SendMessagesInThreads,
        "Kirim Pesan (Send Messages), Kirim Pesan di Thread (Send Messages in Threads).")]
    public async Task Who_manages_a_channel_from_direct_messages_is_told_what_is_missing_there(ChannelKind kind, DiscordPermissions denied, string named)
    {
        var channel = _discord.World.AddChannel(_guild, "kabar", kind);
        var direct = _discord.World.OpenDirectMessages(_owner);
        Forbid(channel, denied);
        Assert.DoesNotContain("Kirim Pesan", await ManageAsync(direct, channel), StringComparison.Ordinal);

        var told = await SubscribeAsync(direct);
        Assert.EndsWith($"Kiriman belum bisa masuk ke #kabar sampai peranku di sana diberi izin: {named}", told.TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith(named, (await ManageAsync(direct, channel)).TrimEnd(), StringComparison.Ordinal);

        channel.BotPermissions = DiscordPermissions.Member;
        Assert.DoesNotContain("peranku", await SubscribeAsync(direct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_is_managed_from_direct_messages_is_permitted_what_its_channel_is()
    {
        var thread = _discord.World.AddThread(_channel, "utas");
        var direct = _discord.World.OpenDirectMessages(_owner);
        Forbid(_channel, DiscordPermissions.SendMessagesInThreads);
        await ManageAsync(direct, thread);

        Assert.Contains("(Send Messages in Threads).", await SubscribeAsync(direct), StringComparison.Ordinal);
    }

    private static void Forbid(DiscordChannel channel, DiscordPermissions permissions) => channel.BotPermissions = DiscordPermissions.Member & ~permissions;

    private async Task<string> ManageAsync(DiscordChannel direct, DiscordChannel channel) =>
        (await _discord.People.Command(_owner, direct, "manage", ("chat", $"{channel.Id}")).AnswerAsync()).Text;

    private Task<string> SubscribeAsync(DiscordChannel channel) => AnsweredAsync(channel, "subscribe");

    private async Task<string> AnsweredAsync(DiscordChannel channel, string command) =>
        (await _discord.People.Command(_owner, channel, command).AnswerAsync()).Text;

    private Task RefuseAsync(DiscordChannel channel) =>
        _bot.Services.GetRequiredService<SubscriptionBook>().RefusedAsync(DiscordBot.ChatOf(channel), "HTTP 403 50013: Missing Permissions", Cancellation);

    private Task<ChatSettings> SettingsAsync(DiscordChannel channel) => _bot.Store.GetChatAsync(DiscordBot.ChatOf(channel), Cancellation);
}
