using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using TelegramMessage = Telegram.Bot.Types.Message;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>The file that a command came with, as its caption or as an answer to it, and the one that its answer comes as.</summary>
internal sealed partial class TelegramFiles(TelegramApi api, ILogger<TelegramFiles> logger)
{
    /// <summary>The only command that files mean something to: another file's caption is none of the bot's business.</summary>
    private const string Command = "import";

    /// <summary>What somebody wrote that may be a command: a message's text, or the caption of a file.</summary>
    public static string? TextOf(TelegramMessage message) => message.Text ?? (message.Document is null ? null : message.Caption);

    /// <summary>Whether a line that stood under a file is one that takes it; any other line is.</summary>
    public static bool MayRun(TelegramMessage message, string line, IEnumerable<CommandInfo> commands) =>
        message.Text is not null || commands.Any(command => command.Name == Command && command.IsCalled(line.Split(' ', '\n')[0]));

    /// <summary>Null where there is none.</summary>
    public AttachedFile? Of(TelegramMessage message) => (message.Document ?? message.ReplyToMessage?.Document) is { } document
        ? new AttachedFile(document.FileSize ?? 0, (most, stop) => ReadAsync(document.FileId, most, stop))
        : null;

    /// <summary>Sends one, tried once; false where Telegram did not say that it took it.</summary>
    public async Task<bool> TrySendAsync(ChatId chat, AnswerFile file, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendRequest(new SendFileRequest(chat, file), cancellationToken);
            return true;
        }
        catch (TelegramFailure failure)
        {
            Log.NotSent(logger, chat, failure.Reason);
            return false;
        }
    }

    /// <summary>
    /// Whatever became of the file, its text can be sent instead. A local Bot API server gives no files at all over HTTP:
    /// https://github.com/tdlib/telegram-bot-api/issues/540.
    /// </summary>
    private async Task<byte[]> ReadAsync(string id, int most, CancellationToken cancellationToken)
    {
        try
        {
            var file = await api.SendRequest(new GetFileRequest { FileId = id }, cancellationToken);
            return await api.DownloadAsync(file.FilePath ?? "", most, cancellationToken);
        }
        catch (TelegramFailure failure)
        {
            throw new CommandStoppedException("Telegram_NoFile", failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A file for {Chat} was not taken, what it says goes as text: {Reason}")]
        public static partial void NotSent(ILogger logger, ChatId chat, string reason);
    }
}
