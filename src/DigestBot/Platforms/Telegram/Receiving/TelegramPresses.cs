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

/// <summary>
/// Runs what people press. Every press is answered, so that no button goes on turning. In a channel every subscriber can press
/// what stands there, and whatever is said or changed there is for all of them: what can be read opens in the presser's own chat
/// with the bot, for administrators too, whom a tap on a digest would otherwise cost a post to everybody. The rest, settings
/// above all, answers administrators in the channel, where they asked for it with a post, and others with a notice.
/// </summary>
internal sealed partial class TelegramPresses(
    CommandDispatcher dispatcher,
    TelegramPreviews previews,
    TelegramAdmins admins,
    TelegramReplies replies,
    TelegramButtons buttons,
    TelegramApi api,
    ILogger<TelegramPresses> logger)
{
    private const int LongestNotice = 200;

    public async Task RunAsync(int update, CallbackQuery query, string botName, CancellationToken cancellationToken)
    {
        string? notice = "";
        try
        {
            notice = await PressAsync(update, query, botName, cancellationToken);
        }
        finally
        {
            if (notice is not null)
                await TryAnswerAsync(new AnswerCallbackQueryRequest { CallbackQueryId = query.Id, Text = notice, ShowAlert = notice.Length > 0 }, cancellationToken);
        }
    }

    /// <summary>Returns what is shown to the presser alone; empty for nothing, null where the press is answered already.</summary>
    private async Task<string?> PressAsync(int update, CallbackQuery query, string botName, CancellationToken cancellationToken)
    {
        if (query.Message is not { } message)
            return "";

        var chat = TelegramAddresses.ChatOf(message);
        if (buttons.TryRead(query.Data, chat) is not { } line)
            return (Words.TryFor(query.From.LanguageCode) ?? Words.Indonesian)["Telegram_OldButton"];

        if (await replies.IsAnsweredAsync(update, cancellationToken))
            return "";

        var (isPrivate, isChannel) = (TelegramAddresses.IsPrivate(message), TelegramAddresses.IsChannel(message));
        if (isChannel && DeepLinks.TryWrite(line) is { } link)
        {
            await TryOpenAsync(query, TelegramAddresses.LinkTo(botName, link), cancellationToken);
            return null;
        }

        var request = new CommandRequest
        {
            Chat = chat,
            User = query.From.Id.ToString(CultureInfo.InvariantCulture),
            Line = line,
            IsPrivate = isPrivate,
            IsButton = true,
            Language = query.From.LanguageCode,
            CanManage = stop => isPrivate ? new(true) : admins.MayManageAsync(chat, query.From.Id, stop),
        };
        var answer = await previews.TryRunAsync(request, cancellationToken) ?? await dispatcher.RunAsync(request, cancellationToken);

        if (answer.Private && !isPrivate && Notice(answer.Message) is { } notice)
            return notice;
        if (answer.IsAskersAlone && !isPrivate)
        {
            // Nothing is said in the group: the presser's own conversation opens, with the answer one tap away.
            if (await TryOpenAsync(query, TelegramPreviews.LinkTo(chat, botName), cancellationToken) || isChannel)
                return null;
            await replies.AddForAskerAsync(update, chat, query.From.Id, answer, botName, cancellationToken);
        }
        else if (isChannel && !await admins.IsAdminAsync(chat, query.From.Id, cancellationToken))
        {
            return (Words.TryFor(query.From.LanguageCode) ?? Words.Indonesian).Format("Telegram_ChannelButton", botName);
        }
        else if (!answer.Replaces || !await TryReplaceAsync(chat, message.Id, answer.Message, cancellationToken))
        {
            await replies.AnswerAsync(update, chat, answer, cancellationToken);
        }

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

    private Task<bool> TryOpenAsync(CallbackQuery query, string link, CancellationToken cancellationToken) =>
        TryAnswerAsync(new AnswerCallbackQueryRequest { CallbackQueryId = query.Id, Url = link }, cancellationToken);

    private async Task<bool> TryAnswerAsync(AnswerCallbackQueryRequest answer, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendRequest(answer, cancellationToken);
            return true;
        }
        catch (TelegramFailure failure)
        {
            Log.NotAnswered(logger, failure.Reason);
            return false;
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
