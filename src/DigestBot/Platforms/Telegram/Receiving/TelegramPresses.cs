using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Rendering;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using ChatId = DigestBot.Chats.ChatId;
using Message = DigestBot.Chats.Message;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Runs what people press. Every press is answered, so that no button goes on turning.</summary>
internal sealed partial class TelegramPresses(
    CommandDispatcher dispatcher,
    TelegramAdmins admins,
    TelegramReplies replies,
    TelegramButtons buttons,
    TelegramApi api,
    ILogger<TelegramPresses> logger)
{
    private const int LongestNotice = 200;

    public async Task RunAsync(int update, CallbackQuery query, CancellationToken cancellationToken)
    {
        var notice = "";
        try
        {
            notice = await PressAsync(update, query, cancellationToken);
        }
        finally
        {
            await AnswerAsync(query, notice, cancellationToken);
        }
    }

    /// <summary>Returns what is shown to the presser alone; empty for nothing.</summary>
    private async Task<string> PressAsync(int update, CallbackQuery query, CancellationToken cancellationToken)
    {
        if (query.Message is not { } message)
            return "";

        var chat = TelegramAddresses.ChatOf(message);
        if (buttons.TryRead(query.Data, chat) is not { } line)
            return (Words.TryFor(query.From.LanguageCode) ?? Words.Indonesian)["Telegram_OldButton"];

        var isPrivate = TelegramAddresses.IsPrivate(message);
        var answer = await dispatcher.RunAsync(
            new CommandRequest
            {
                Chat = chat,
                User = query.From.Id.ToString(CultureInfo.InvariantCulture),
                Line = line,
                IsPrivate = isPrivate,
                IsButton = true,
                Language = query.From.LanguageCode,
                CanManage = stop => isPrivate ? new(true) : admins.IsAdminAsync(chat, query.From.Id, stop),
            },
            cancellationToken);

        if (answer.Private && !isPrivate && Notice(answer.Message) is { } notice)
            return notice;
        if (answer.IsAskersAlone && !isPrivate)
            await replies.AddForAskerAsync(update, chat, query.From.Id, answer, cancellationToken);
        else if (!answer.Replaces || !await TryReplaceAsync(chat, message.Id, answer.Message, cancellationToken))
            await replies.AddAsync(update, chat, answer.Message, cancellationToken);
        return "";
    }

    /// <summary>A short text without buttons fits into a notice that only the presser sees; null for others.</summary>
    private static string? Notice(Message message) =>
        message.Buttons.Count == 0 && TelegramRenderer.Render(message) is [{ Text.Length: <= LongestNotice } part] ? part.Text : null;

    private async Task<bool> TryReplaceAsync(ChatId chat, int messageId, Message message, CancellationToken cancellationToken)
    {
        if (TelegramRenderer.Render(message) is not [var part])
            return false;

        try
        {
            await api.SendRequest(
                new EditMessageTextRequest
                {
                    ChatId = long.Parse(chat.Chat, CultureInfo.InvariantCulture),
                    MessageId = messageId,
                    Text = part.Text,
                    Entities = TelegramMarkup.Entities(part),
                    ReplyMarkup = buttons.Keyboard(part.Buttons, chat),
                    LinkPreviewOptions = TelegramMarkup.NoPreview,
                },
                cancellationToken);
            return true;
        }
        catch (TelegramFailure failure)
        {
            if (failure.Says("message is not modified"))
                return true;

            // An edit that may have arrived is not followed by the same as a new message.
            Log.NotReplaced(logger, chat, failure.Reason);
            return failure.MayHaveArrived;
        }
    }

    private async Task AnswerAsync(CallbackQuery query, string notice, CancellationToken cancellationToken)
    {
        var answer = new AnswerCallbackQueryRequest { CallbackQueryId = query.Id };
        if (notice.Length > 0)
            (answer.Text, answer.ShowAlert) = (notice, true);
        try
        {
            await api.SendRequest(answer, cancellationToken);
        }
        catch (TelegramFailure failure)
        {
            Log.NotAnswered(logger, failure.Reason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A message in {Chat} could not be replaced: {Reason}")]
        public static partial void NotReplaced(ILogger logger, ChatId chat, string reason);

        [LoggerMessage(LogLevel.Debug, "A press was not answered: {Reason}")]
        public static partial void NotAnswered(ILogger logger, string reason);
    }
}
