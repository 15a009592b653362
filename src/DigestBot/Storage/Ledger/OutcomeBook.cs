using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Storage.Ledger;

/// <summary>Records outcomes: the many that went well by one statement, what the others entail one by one.</summary>
internal sealed class OutcomeBook(Database database)
{
    private readonly OutcomeSql _sql = new(database);

    public Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var held = await EndAsync(session, [.. completions.Where(completion => !GoesBack(completion))], owner, now);
                held.UnionWith(await PutBackAsync(session, [.. completions.Where(GoesBack)], owner, now));
                foreach (var completion in completions.Where(completion => held.Contains(AttemptRow.Of(completion.Delivery))))
                    await FollowAsync(session, completion, now);
            },
            cancellationToken);

    private static bool GoesBack(Completion completion) => completion.Outcome switch
    {
        SendOutcome.Later or SendOutcome.Halted => true,
        SendOutcome.Unknown => completion.ResendWithin is not null,
        SendOutcome.Moved moved => moved.NewChat != completion.Delivery.Chat,
        _ => false,
    };

    private async Task<HashSet<AttemptRow>> EndAsync(Session session, IReadOnlyList<Completion> completions, string owner, DateTimeOffset now)
    {
        var rows = Rows.Of(completions, (writer, completion) =>
        {
            var (state, sentId, reason) = EndOf(completion.Outcome);
            writer.WriteNumberValue(completion.Delivery.Id);
            writer.WriteNumberValue(completion.Delivery.Attempt);
            writer.WriteNumberValue((int)state);
            writer.WriteText(sentId);
            writer.WriteText(reason);
        });
        return await HeldAsync(session, _sql.End, completions.Count, rows, owner, now);
    }

    private async Task<HashSet<AttemptRow>> PutBackAsync(
        Session session, IReadOnlyList<Completion> completions, string owner, DateTimeOffset now)
    {
        var rows = Rows.Of(completions, (writer, completion) =>
        {
            writer.WriteNumberValue(completion.Delivery.Id);
            writer.WriteNumberValue(completion.Delivery.Attempt);
            writer.WriteNumberValue((completion.NotBefore ?? now).ToUnixTimeMilliseconds());
            writer.WriteNumberValue(completion.Outcome is SendOutcome.Unknown ? 1 : 0);
            writer.WriteNumberValue((long)(completion.ResendWithin ?? Completion.AnyTime).TotalMilliseconds);
            writer.WriteText(ReasonOf(completion.Outcome));
        });
        return await HeldAsync(session, _sql.PutBack, completions.Count, rows, owner, now);
    }

    private static async Task<HashSet<AttemptRow>> HeldAsync(
        Session session, string statement, int count, string rows, string owner, DateTimeOffset now)
    {
        var values = new { Rows = rows, Owner = owner, Now = now.ToUnixTimeMilliseconds() };
        return count == 0 ? [] : [.. await session.QueryAsync<AttemptRow>(statement, values)];
    }

    private static (DeliveryState State, string? SentId, string? Reason) EndOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent sent => (DeliveryState.Sent, sent.MessageId, null),
        SendOutcome.Unknown unknown => (DeliveryState.Unknown, null, unknown.Reason),
        _ => (DeliveryState.Failed, null, ReasonOf(outcome)),
    };

    private static string ReasonOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Later later => later.Reason,
        SendOutcome.Halted halted => halted.Reason,
        SendOutcome.Unknown unknown => unknown.Reason,
        SendOutcome.Refused refused => refused.Reason,
        SendOutcome.Gone gone => gone.Reason,
        SendOutcome.Moved moved => $"moved to {moved.NewChat}",
        _ => throw new ArgumentException($"no reason to give for {outcome}", nameof(outcome)),
    };

    /// <summary>What an outcome entails beyond its own row.</summary>
    private static async Task FollowAsync(Session session, Completion completion, DateTimeOffset now)
    {
        var chat = completion.Delivery.Chat;
        switch (completion.Outcome)
        {
            case SendOutcome.Gone gone:
                await PauseAsync(session, chat, gone, now);
                break;
            case SendOutcome.Moved moved when moved.NewChat != chat:
                await ChatMoves.MoveAsync(session, chat, moved.NewChat, now);
                break;
            case SendOutcome.Refused or SendOutcome.Moved:
                await FailLaterPartsAsync(session, completion.Delivery, ReasonOf(completion.Outcome), now);
                break;
        }

        if (completion.NotBefore is { } notBefore && (completion.HoldsChat || completion.HoldsPlatform))
        {
            var who = completion.HoldsPlatform ? LeaseSql.WholePlatform : chat.Chat;
            await session.ExecuteAsync(OutcomeSql.Hold, new { chat.Platform, Chat = who, NotBefore = notBefore.ToUnixTimeMilliseconds() });
        }
    }

    private static async Task PauseAsync(Session session, ChatId chat, SendOutcome.Gone gone, DateTimeOffset now)
    {
        var key = ChatKey.Of(chat);
        var values = new
        {
            key.Platform,
            key.Chat,
            key.Thread,
            gone.Reason,
            Whole = gone.WholeChat ? 1 : 0,
            Now = now.ToUnixTimeMilliseconds(),
        };
        await session.ExecuteAsync(OutcomeSql.PauseChat, values);
        await session.ExecuteAsync(OutcomeSql.MarkPaused, values);
        await session.ExecuteAsync(OutcomeSql.FailOpenOfChat, values);
    }

    private static Task<int> FailLaterPartsAsync(Session session, LeasedDelivery delivery, string reason, DateTimeOffset now)
    {
        var key = ChatKey.Of(delivery.Chat);
        return session.ExecuteAsync(
            OutcomeSql.FailLaterParts,
            new { key.Platform, key.Chat, key.Thread, delivery.Id, Reason = reason, Now = now.ToUnixTimeMilliseconds() });
    }
}
