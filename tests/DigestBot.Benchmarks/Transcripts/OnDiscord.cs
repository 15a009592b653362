using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Benchmarks.Transcripts;

/// <summary>A conversation with the bot on Discord.</summary>
internal sealed class OnDiscord : TranscribedChat
{
    private readonly DiscordSimulator _discord;
    private readonly DiscordUser _reader;
    private readonly DiscordChannel _chat;

    private OnDiscord(DiscordSimulator discord, string folder)
        : base(folder)
    {
        _discord = discord;
        discord.World.Now = () => Clock.Now;
        _reader = discord.World.AddUser("Sari");
        _chat = discord.World.OpenDirectMessages(_reader);
    }

    public static async Task<TranscribedChat> OpenAsync(string folder)
    {
        var discord = await DiscordSimulator.StartAsync();
        var chat = new OnDiscord(discord, folder);
        chat.Start(new Dictionary<string, string> { ["Discord__Token"] = discord.Token, ["Discord__BaseUrl"] = discord.Url.ToString() });
        await discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted }, patience: TimeSpan.FromMinutes(1));
        return chat;
    }

    public override string Show(Ask ask) => string.Join(' ', ask.Fields.Select(field => $"{field.Name}: {field.Value}").Prepend("/" + ask.Command));

    public override async Task<string> AskAsync(Ask ask)
    {
        var asked = _discord.People.Command(_reader, _chat, ask.Command, [.. ask.Fields.Select(field => (field.Name, (object)field.Value))]);
        await asked.AnswerAsync();
        return Read(asked.Original!);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _discord.DisposeAsync();
    }

    protected override async Task<string> NextAsync()
    {
        var before = _discord.Ledger.Entries.Count(entry => entry is { Method: "createMessage", Verdict: Verdict.Accepted });
        return Read((await _discord.MessagesAsync(_chat, before + 1, TimeSpan.FromMinutes(1)))[^1]);
    }

    /// <summary>A backslash says only that what follows is shown as it is.</summary>
    private static string Read(DiscordMessage message) =>
        WithButtons(message.Text.Replace("\\", "", StringComparison.Ordinal), new[] { message.Buttons, message.Choices }.Where(row => row.Count > 0));
}
