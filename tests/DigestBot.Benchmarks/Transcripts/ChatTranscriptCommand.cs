using System.CommandLine;

namespace DigestBot.Benchmarks.Transcripts;

/// <summary><c>chat-transcript</c>: one chat from <c>/start</c> to the second day's digest, as the real program said it.</summary>
internal static class ChatTranscriptCommand
{
    private static readonly Dictionary<string, Func<string, Task<TranscribedChat>>> Chats = new()
    {
        ["telegram"] = OnTelegram.OpenAsync,
        ["discord"] = OnDiscord.OpenAsync,
        ["console"] = OnConsole.OpenAsync,
    };

    public static Command Create()
    {
        var platform = new Option<string>("--platform") { Description = string.Join(", ", Chats.Keys) + ".", Required = true };
        platform.AcceptOnlyFromAmong([.. Chats.Keys]);
        var command = new Command("chat-transcript", "Write down one chat from /start to the second day's digest.") { platform };
        command.SetAction(async (parse, _) =>
        {
            var folder = Directory.CreateTempSubdirectory("digestbot-transcript-").FullName;
            try
            {
                await using var chat = await Chats[parse.GetRequiredValue(platform)](folder);
                await Script.RunAsync(chat, folder, Console.Out);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }
}
