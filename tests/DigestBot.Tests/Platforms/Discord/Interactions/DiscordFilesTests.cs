using System.Text;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>A file in the field of a command, over real HTTP.</summary>
public sealed class DiscordFilesTests : IAsyncLifetime
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"laut\",\"schedule\":\"07:00\"}]}");

    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordUser _owner = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _owner = _discord.World.AddUser("Ani");
        _channel = _discord.World.AddChannel(_discord.World.AddGuild("Warta", _owner), "berita");
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token);
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_fetched_without_the_token_and_taken_in()
    {
        Assert.Contains("Sudah diambil: 1 langganan.", await ImportAsync(new DiscordFile("digestbot.json", Content)), StringComparison.Ordinal);

        Assert.Equal(Verdict.Accepted, Assert.Single(_discord.Ledger.Entries, entry => entry.Method == "download").Verdict);
        Assert.Equal("laut", Assert.Single(await _bot.Store.ListAsync(DiscordBot.ChatOf(_channel), TestContext.Current.CancellationToken)).Wants.Topic);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_fetched_and_one_that_is_larger_than_said_not_taken_in()
    {
        Assert.Contains("terlalu panjang", await ImportAsync(new DiscordFile("besar.json", new byte[64 * 1024 + 1])), StringComparison.Ordinal);
        Assert.DoesNotContain(_discord.Ledger.Entries, entry => entry.Method == "download");

        Assert.Contains("terlalu panjang", await ImportAsync(new DiscordFile("besar.json", new byte[64 * 1024 + 1]) { Size = 10 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/attachments/1/digestbot.json")]
    [InlineData("http://cdn.discordapp.com/attachments/1/digestbot.json")]
    [InlineData("https://cdn.discordapp.com.elsewhere.example/1")]
    [InlineData("https://user@cdn.discordapp.com/1")]
    [InlineData("https://cdn.discordapp.com:8443/1")]
    [InlineData("http://127.0.0.1:1/attachments/1/digestbot.json")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/attachments/1/digestbot.json")]
    public async Task Nothing_is_fetched_from_where_Discord_keeps_no_files(string url)
    {
        Assert.Contains("Maaf", await ImportAsync(new DiscordFile("digestbot.json", Content) { Url = url }), StringComparison.Ordinal);

        Assert.Empty(await _bot.Store.ListAsync(DiscordBot.ChatOf(_channel), TestContext.Current.CancellationToken));
    }

    private async Task<string> ImportAsync(DiscordFile file) =>
        (await _discord.People.Command(_owner, _channel, "import", ("file", file)).AnswerAsync()).Text;
}
