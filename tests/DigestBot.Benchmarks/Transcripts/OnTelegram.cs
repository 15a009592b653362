using DigestBot.Simulators.Telegram;

namespace DigestBot.Benchmarks.Transcripts;

/// <summary>A private chat on Telegram.</summary>
internal sealed class OnTelegram : TranscribedChat
{
    private readonly TelegramSimulator _telegram;
    private readonly SimulatedUser _reader;
    private readonly SimulatedChat _chat;

    private OnTelegram(TelegramSimulator telegram, string folder)
        : base(folder)
    {
        _telegram = telegram;
        telegram.World.Now = () => Clock.Now;
        _reader = telegram.World.AddUser("Sari");
        _chat = telegram.World.AddPrivateChat(_reader);
    }

    public static async Task<TranscribedChat> OpenAsync(string folder)
    {
        var telegram = await TelegramSimulator.StartAsync();
        var chat = new OnTelegram(telegram, folder);
        chat.Start(new Dictionary<string, string> { ["Telegram__Token"] = telegram.Token, ["Telegram__BaseUrl"] = telegram.Url.ToString() });
        return chat;
    }

    public override async Task<string> AskAsync(Ask ask)
    {
        var answer = NextAsync();
        _telegram.People.Say(_chat, _reader, ask.Typed);
        return await answer;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    protected override async Task<string> NextAsync()
    {
        var before = _chat.Messages.Values.Count(message => message.IsBots);
        await _telegram.MessagesAsync(_chat, before + 1, TimeSpan.FromMinutes(1));
        var message = _chat.Messages.Values.Where(message => message.IsBots).ElementAt(before);
        var rows = message.Markup?["inline_keyboard"]?.AsArray() ?? [];
        return WithButtons(message.Text, rows.Select(row => row!.AsArray().Select(button => button!["text"]!.GetValue<string>())));
    }
}
