using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Platforms.Telegram.Rendering;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// Puts answers on record; the dispatcher sends them. An update that comes twice is answered once. An answer that is to leave no
/// record goes at once, and is lost where Telegram does not take it. A file goes at once too, past the ledger, whose parts are texts:
/// it is sent again with an update that comes twice, and where nobody can tell whether it arrived, what it says goes on record.
/// </summary>
internal sealed partial class TelegramReplies(
    IDeliveryLedger ledger, IEnumerable<IChatPlatform> platforms, TelegramFiles files, DeliverySignal signal, TimeProvider time, ILogger<TelegramReplies> logger)
{
    /// <summary>An answer that comes later than this would only puzzle.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromHours(1);

    /// <summary>The chat's next command waits for what goes at once.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(30);

    /// <summary>Answers that the ledger could not take: the updates come again.</summary>
    private readonly ConcurrentDictionary<int, IReadOnlyList<Reply>> _owed = new();

    /// <summary>
    /// What concerns the asker alone goes to their own conversation with the bot. The group is told where it went, with a button
    /// that opens it there for whoever the bot can't write to: who has not started it, or writes in the group's name.
    /// </summary>
    public async Task AddForAskerAsync(int update, ChatId chat, long? asker, Answer answer, string botName, CancellationToken cancellationToken)
    {
        var words = Words.TryFor(answer.Language) ?? Words.Indonesian;
        var told = TelegramRenderer.Render(new Message([words.Paragraph("Telegram_InPrivate")]))
            .Select(part => part with { Link = new TelegramLink(words["Button_InPrivate"], TelegramPreviews.LinkTo(chat, botName)) });
        // What stands under the update's own name goes last: with it on record, all is.
        var replies = new List<Reply>();
        if (asker is { } person)
            replies.Add(Reply.Of(RequestOf(update) + "/asker", TelegramAddresses.Chat(person), TelegramRenderer.Render(TelegramPreviews.ForPrivate(answer.Message, chat))));
        replies.Add(Reply.Of(RequestOf(update), chat, told));
        await AddAsync(update, replies, cancellationToken);
    }

    /// <summary>
    /// Whether an update that comes again is answered already: then what it asks for must not be done twice. What was done before the ledger
    /// failed is answered as it was then.
    /// </summary>
    public async Task<bool> IsAnsweredAsync(int update, CancellationToken cancellationToken)
    {
        if (_owed.TryRemove(update, out var replies))
        {
            await AddAsync(update, replies, cancellationToken);
            return true;
        }

        try
        {
            return await ledger.IsEnqueuedAsync(RequestOf(update), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new NotOnRecordException(failure);
        }
    }

    public async Task AnswerAsync(int update, ChatId chat, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.LeavesNoRecord)
            await SendAsync(chat, answer.Message, cancellationToken);
        else if (answer.File is not { } file || !await files.TrySendAsync(chat, file, cancellationToken))
            await AddAsync(update, chat, answer.Message, cancellationToken);
    }

    public Task AddAsync(int update, ChatId chat, Message message, CancellationToken cancellationToken) =>
        AddAsync(update, [Reply.Of(RequestOf(update), chat, TelegramRenderer.Render(message))], cancellationToken);

    private async Task AddAsync(int update, IReadOnlyList<Reply> replies, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            foreach (var (request, chat, parts) in replies.Where(reply => reply.Parts.Count > 0))
                await ledger.EnqueueAsync(request, chat, Lane.Answer, parts, now, now + Useful, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _owed[update] = replies;
            throw new NotOnRecordException(failure);
        }

        signal.Wake();
    }

    private static string RequestOf(int update) => string.Create(CultureInfo.InvariantCulture, $"{TelegramPlatform.PlatformName}:{update}");

    private async Task SendAsync(ChatId chat, Message message, CancellationToken cancellationToken)
    {
        var telegram = platforms.Single(platform => platform.Name == TelegramPlatform.PlatformName);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestSend);
        foreach (var part in telegram.Render(message))
        {
            if (await telegram.SendAsync(chat, part, "", patience.Token) is not SendOutcome.Sent and var outcome)
                Log.NotSent(logger, outcome);
        }
    }

    /// <summary>What is said to one chat, under a name of its own.</summary>
    private sealed record Reply(string Request, ChatId Chat, IReadOnlyList<string> Parts)
    {
        public static Reply Of(string request, ChatId chat, IEnumerable<TelegramPart> parts) => new(request, chat, [.. parts.Select(part => part.Write())]);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An answer that leaves no record was not sent: {Outcome}")]
        public static partial void NotSent(ILogger logger, SendOutcome outcome);
    }
}

/// <summary>The ledger could not take an answer: the update is to be handled again.</summary>
internal sealed class NotOnRecordException(Exception cause) : Exception("the ledger did not take an answer", cause);
