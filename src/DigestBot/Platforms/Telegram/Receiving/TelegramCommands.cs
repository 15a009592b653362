using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using Microsoft.Extensions.Options;
using TelegramMessage = Telegram.Bot.Types.Message;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Runs what people type.</summary>
internal sealed class TelegramCommands(
    CommandDispatcher dispatcher, TelegramPreviews previews, TelegramFiles files, TelegramAdmins admins, TelegramReplies replies, IOptions<TelegramOptions> options, TimeProvider time)
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(ChatId Chat, string Text), DateTimeOffset> _told = new();

    public async Task RunAsync(int update, TelegramMessage message, string botName, CancellationToken cancellationToken)
    {
        var isPrivate = TelegramAddresses.IsPrivate(message);
        if (IsNoPersons(message) || CommandText.TryRead(TelegramFiles.TextOf(message), isPrivate, botName, dispatcher.Commands) is not { } line ||
            !TelegramFiles.MayRun(message, line, dispatcher.Commands))
            return;

        if (await replies.IsAnsweredAsync(update, cancellationToken))
            return;

        var chat = TelegramAddresses.ChatOf(message);
        if (CommandText.IsSomebodyElses(message, line))
        {
            // What the bot offered inline is an answer already; of what is passed on some would expect a digest.
            if (message.ViaBot is null)
                await TellOnceAsync("Telegram_PassedOn", update, chat, isPrivate, message.From?.LanguageCode, cancellationToken);
            return;
        }

        if (time.GetUtcNow() - message.Date > options.Value.StaleAfter)
        {
            await TellOnceAsync("Telegram_Stale", update, chat, isPrivate, message.From?.LanguageCode, cancellationToken);
            return;
        }

        var request = RequestFor(message, chat, line, isPrivate);
        var answer = await previews.TryRunAsync(request, cancellationToken) ?? await dispatcher.RunAsync(request, cancellationToken);
        if (answer.IsAskersAlone && !isPrivate)
            await replies.AddForAskerAsync(update, chat, message.SenderChat is null ? message.From?.Id : null, answer, botName, cancellationToken);
        else
            await replies.AnswerAsync(update, chat, answer, cancellationToken);
    }

    private CommandRequest RequestFor(TelegramMessage message, ChatId chat, string line, bool isPrivate)
    {
        // Who writes as the chat itself is an administrator that stays anonymous, or a channel's own post. Who writes as
        // some other channel may be anybody.
        var asChat = message.SenderChat is { } sender && sender.Id == message.Chat.Id;
        var asOther = message.SenderChat is not null && !asChat;
        var user = message.SenderChat?.Id ?? message.From?.Id ?? 0;
        return new CommandRequest
        {
            Chat = chat,
            User = user.ToString(CultureInfo.InvariantCulture),
            Line = line,
            File = files.Of(message),
            IsPrivate = isPrivate,
            Language = message.SenderChat is null ? message.From?.LanguageCode : null,
            CanManage = stop => isPrivate || asChat ? new(true) : asOther ? new(false) : admins.MayManageAsync(chat, user, stop),
        };
    }

    /// <summary>
    /// Messages that come in heaps, after the bot was away for long or passed on by the dozen: one kind word to each person, none
    /// to groups, instead of hundreds of answers.
    /// </summary>
    private async Task TellOnceAsync(string text, int update, ChatId chat, bool isPrivate, string? language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!isPrivate || (_told.TryGetValue((chat, text), out var told) && now - told < options.Value.StaleAfter))
            return;

        if (_told.Count >= MostRemembered)
            _told.Clear();
        _told[(chat, text)] = now;
        var words = Words.TryFor(language) ?? Words.Indonesian;
        await replies.AddAsync(update, chat, new Message([words.Paragraph(text)]), cancellationToken);
    }

    /// <summary>A channel's post that Telegram copies into its group was handled in the channel; other bots are not served.</summary>
    private static bool IsNoPersons(TelegramMessage message) =>
        message.IsAutomaticForward || message is { From.IsBot: true, SenderChat: null };
}
