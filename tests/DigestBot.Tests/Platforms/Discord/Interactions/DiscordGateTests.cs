using DigestBot.Commands;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>Who is not served, and who asks too much, on Discord; and what one alone is to see.</summary>
public sealed class DiscordGateTests
{
    private const int LetGo = 6;

    [Fact]
    public async Task Who_asks_too_much_is_told_once_and_then_only_let_go()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        await using var bot = await StartAsync(discord, services => services.Configure<CommandLimitOptions>(options => options.PerUserPerMinute = 1));
        var ani = discord.World.AddUser("Ani");
        var channel = discord.World.AddChannel(discord.World.AddGuild("Warta", ani), "berita");

        var digest = await discord.People.Command(ani, channel, "digest", ("what", "pelabuhan")).AnswerAsync();
        var told = await discord.People.Press(ani, digest.Message, "2").AnswerAsync();
        var silent = discord.People.Press(ani, digest.Message, "2");
        await silent.AcknowledgedAsync();

        Assert.StartsWith("Pelan-pelan, ya", told.Text, StringComparison.Ordinal);
        Assert.True(told.IsEphemeral);
        Assert.Equal(LetGo, silent.Acknowledgement);
    }

    [Fact]
    public async Task A_private_bot_tells_a_stranger_the_code_that_its_operator_needs_and_completes_nothing()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        await using var bot = await StartAsync(discord, services => services.Configure<AccessOptions>(options => options.Users.Add("discord:1")));
        var ani = discord.World.AddUser("Ani");
        var channel = discord.World.AddChannel(discord.World.AddGuild("Warta", ani), "berita");

        var refused = await discord.People.Command(ani, channel, "subscribe").AnswerAsync();

        Assert.Contains($"discord:{channel.Id}", refused.Text, StringComparison.Ordinal);
        Assert.True(refused.IsEphemeral);
        Assert.Empty(await discord.People.Type(ani, channel, "digest", "what", "pelab").ChoicesAsync());
        Assert.Empty(await bot.Store.ListAsync(DiscordBot.ChatOf(channel), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_preview_is_seen_by_the_asker_alone()
    {
        await using var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        await using var bot = await StartAsync(discord, _ => { });
        var (ani, budi) = (discord.World.AddUser("Ani"), discord.World.AddUser("Budi"));
        var channel = discord.World.AddChannel(discord.World.AddGuild("Warta", ani), "berita");
        await discord.People.Command(ani, channel, "subscribe", ("what", "laut")).AnswerAsync();

        var preview = await discord.People.Command(budi, channel, "preview").AnswerAsync();

        Assert.True(preview.IsEphemeral);
        Assert.Contains("Pratinjau: laut", preview.Text, StringComparison.Ordinal);
    }

    private static async Task<DiscordBot> StartAsync(DiscordSimulator discord, Action<IServiceCollection> configure)
    {
        var bot = await DiscordBot.StartAsync(discord.Url, discord.Token, builder => configure(builder.Services));
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
        return bot;
    }
}
