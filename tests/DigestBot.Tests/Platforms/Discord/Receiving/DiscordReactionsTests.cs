using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Discord.Gateway;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Discord.Receiving;

/// <summary>Reactions to posts, from the gateway's event to the count, with the whole bot.</summary>
public sealed class DiscordReactionsTests : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordUser _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token);
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "identify", Verdict: Simulators.Verdict.Accepted });
        _reader = _discord.World.AddUser("Sari");
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thumb_on_a_post_is_that_persons_vote_and_taken_away_it_is_none(bool inServer)
    {
        var channel = inServer ? _discord.World.AddChannel(_discord.World.AddGuild("Warta", _reader), "berita") : _discord.World.OpenDirectMessages(_reader);
        var post = await PostAsync(channel);

        _discord.People.React(_reader, post, "👎");
        _discord.People.React(_reader, post, "❤");
        await CountsAsync("0+ 1-");
        _discord.People.React(_reader, post, "👍");
        await CountsAsync("1+ 0-");
        _discord.People.TakeBack(_reader, post, "👎");
        _discord.People.TakeBack(_reader, post, "👍");
        await CountsAsync("");
    }

    [Fact]
    public async Task A_thumb_in_a_forums_post_is_a_vote_on_the_article_that_the_post_is_about()
    {
        var forum = _discord.World.AddChannel(_discord.World.AddGuild("Warta", _reader), "ringkasan", ChannelKind.Forum);
        await _bot.Store.SaveChatAsync(new ChatSettings { Chat = DiscordBot.ChatOf(forum), Forum = true }, Cancellation);
        await DeliverAsync(forum);
        var post = Assert.Single(Assert.Single(_discord.World.ThreadsOf(forum)).Messages);

        _discord.People.React(_reader, post, "👍");
        await CountsAsync("1+ 0-");
        _discord.People.TakeBack(_reader, post, "👍");
        await CountsAsync("");
    }

    [Fact]
    public async Task What_is_put_on_and_taken_away_at_once_does_not_change_places()
    {
        var post = await PostAsync(_discord.World.OpenDirectMessages(_reader));

        for (var turn = 0; turn < 20; turn++)
        {
            _discord.People.React(_reader, post, "👍");
            _discord.People.TakeBack(_reader, post, "👍");
        }

        _discord.People.React(_reader, post, "👎");
        await CountsAsync("0+ 1-");
    }

    [Fact]
    public async Task A_private_bot_counts_the_thumbs_in_the_posts_of_a_forum_that_it_serves()
    {
        var forum = _discord.World.AddChannel(_discord.World.AddGuild("Warta", _reader), "ringkasan", ChannelKind.Forum);
        _bot.Services.GetRequiredService<IOptions<AccessOptions>>().Value.Chats.Add($"discord:{forum.Id}");
        await _bot.Store.SaveChatAsync(new ChatSettings { Chat = DiscordBot.ChatOf(forum), Forum = true }, Cancellation);
        await DeliverAsync(forum);

        _discord.People.React(_reader, Assert.Single(Assert.Single(_discord.World.ThreadsOf(forum)).Messages), "👍");

        await CountsAsync("1+ 0-");
    }

    [Theory]
    [InlineData("👍", null, false, true)]
    [InlineData("👎🏽", null, false, true)]
    [InlineData("❤", null, false, false)]
    [InlineData("👍", "123", false, false)]
    [InlineData("👍", null, true, false)]
    [InlineData(null, null, false, false)]
    public void What_says_nothing_of_an_article_is_let_go_at_once(string? sign, string? picture, bool isBot, bool counts) => Assert.Equal(
        counts, DiscordReactions.Counts(new ReactionEvent("1", "2", "3", new ReactionEmoji(picture, sign), new ReactingMember(new ReactingUser(isBot)))));

    /// <summary>What a subscription to the harbour is posted.</summary>
    private async Task<DiscordMessage> PostAsync(DiscordChannel channel)
    {
        await DeliverAsync(channel);
        return channel.Messages[^1];
    }

    private async Task DeliverAsync(DiscordChannel channel)
    {
        await _bot.Store.SaveAsync(
            [
                new Subscription
                {
                    Chat = DiscordBot.ChatOf(channel),
                    Wants = new Wants { Topic = "laut" },
                    Schedule = Schedule.Default,
                    Next = new Due("2026-11-25T07:00", TimeProvider.System.GetUtcNow()),
                },
            ],
            Cancellation);
        _bot.Services.GetRequiredService<PlatformHolds>().Take(DiscordPlatform.PlatformName);
        await _bot.Services.GetRequiredService<DuePosts>().RunAsync(Cancellation);
        await UntilAsync(async () => (await _bot.Services.GetRequiredService<IDeliveryLedger>().StatusAsync(TimeProvider.System.GetUtcNow(), Cancellation))
            .Counts.Any(count => count is { Key.State: DeliveryState.Sent, Value: 1 }));
    }

    private Task CountsAsync(string expected) => UntilAsync(async () => expected == string.Join(
        '\n', (await _bot.Services.GetRequiredService<IVoteStore>().CountAsync(Cancellation)).Select(count => $"{count.Up}+ {count.Down}-")));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }
}
