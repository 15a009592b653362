namespace DigestBot.Benchmarks.Transcripts;

/// <summary>The chat in the terminal.</summary>
internal sealed class OnConsole : TranscribedChat
{
    private OnConsole(string folder)
        : base(folder)
    {
    }

    public static async Task<TranscribedChat> OpenAsync(string folder)
    {
        var chat = new OnConsole(folder);
        // The log would come between the lines of the chat.
        chat.Start(new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "None", ["Logging__LogLevel__DigestBot"] = "None" });
        await chat.Bot.SettledAsync(0);
        return chat;
    }

    public override async Task<string> AskAsync(Ask ask)
    {
        var answer = NextAsync();
        await Bot.TypeAsync(ask.Typed);
        return await answer;
    }

    protected override async Task<string> NextAsync() => string.Join('\n', await Bot.SettledAsync(Bot.LineCount)).Trim('\n');
}
