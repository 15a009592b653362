using System.Text;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Subscriptions;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>A file in the field of a command, and one as an answer, over real HTTP.</summary>
public sealed class DiscordFilesTests : IAsyncLifetime
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"laut\",\"schedule\":\"07:00\"}]}");

    private readonly SlowCommand _slow = new();
    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordUser _owner = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _owner = _discord.World.AddUser("Ani");
        _channel = _discord.World.AddChannel(_discord.World.AddGuild("Warta", _owner), "berita");
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token, builder => _slow.TakeItsPlace(builder.Services));
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
        Assert.Contains("Berhasil diimpor: 1 langganan.", await ImportAsync(new DiscordFile("digestbot.json", Content)), StringComparison.Ordinal);

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

    [Fact]
    public async Task An_export_comes_as_a_file_that_the_asker_alone_sees()
    {
        var asked = await ExportAsync();

        var answer = await asked.AnswerAsync();
        Assert.True(answer.IsEphemeral);
        Assert.Contains("Kirim berkasnya", answer.Message.Content, StringComparison.Ordinal);
        var file = Assert.Single(answer.Message.Files);
        Assert.Equal(("digestbot.json", "application/json"), (file.Name, file.ContentType));
        Assert.Matches("^\\{\"digestbot\":1,\"settings\":.*\"topic\":\"laut\"", Encoding.UTF8.GetString(file.Content));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task A_file_that_Discord_refuses_comes_as_text_that_the_asker_alone_sees(int status)
    {
        _discord.Faults.Add(Fault.Answer(status) with { Method = "respond", Times = 1 });

        var answer = await (await ExportAsync()).AnswerAsync();

        Assert.True(answer.IsEphemeral);
        Assert.Empty(answer.Message.Files);
        Assert.Contains("\"topic\":\"laut\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_took_longer_comes_in_the_place_that_was_kept_or_to_the_asker_alone(bool isPrivate)
    {
        var asked = _discord.People.Command(_owner, _channel, "help");
        await asked.AcknowledgedAsync();

        _slow.Finish(new Answer(Message.OfText("teks")) { File = new AnswerFile("lain.json", "{}", Message.OfText("Ini berkasnya")), Private = isPrivate });

        var shown = isPrivate ? (await asked.FollowUpsAsync())[0] : (await asked.AnswerAsync()).Message;
        Assert.Equal((isPrivate, "Ini berkasnya", "lain.json"), (shown.IsEphemeral, shown.Content, Assert.Single(shown.Files).Name));
        Assert.Equal(isPrivate ? 0 : 1, _channel.Messages.Count);
    }

    private async Task<DiscordInteraction> ExportAsync()
    {
        await _bot.Store.SaveAsync(
            [new Subscription { Chat = DiscordBot.ChatOf(_channel), Wants = new Wants { Topic = "laut" }, Schedule = Schedule.Default }], TestContext.Current.CancellationToken);
        return _discord.People.Command(_owner, _channel, "export");
    }

    private async Task<string> ImportAsync(DiscordFile file) =>
        (await _discord.People.Command(_owner, _channel, "import", ("file", file)).AnswerAsync()).Text;
}
