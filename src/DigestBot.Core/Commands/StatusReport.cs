using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary>What an operator is told about deliveries, in a chat and on the command line: one query, one message.</summary>
public sealed class StatusReport(
    IDeliveryLedger ledger, ArticleLibrary library, IEnumerable<IChatPlatform> platforms, IOptions<DeliveryOptions> options, TimeProvider time)
{
    /// <summary>How many chats and sends are listed; more are counted.</summary>
    private const int MostListed = 10;
    private const int LongestProblem = 200;

    /// <summary>How things stand now, with times in a zone.</summary>
    public async Task<Message> ReadAsync(string zone, Words words, CancellationToken cancellationToken)
    {
        var status = await ledger.StatusAsync(time.GetUtcNow(), cancellationToken);
        string Moment(DateTimeOffset instant) => NextDigest.Moment(instant, zone, words);
        var known = platforms.ToDictionary(platform => platform.Name, options.Value.LimitsOf, StringComparer.Ordinal);
        var names = status.Counts.Keys.Select(key => key.Platform).Concat(known.Keys).Distinct().Order(StringComparer.Ordinal);
        return new Message(
        [
            new TitleBlock(words["Status_Title"]),
            new TextBlock([new Span(words.Count("Status_Subscriptions", status.Subscriptions))]),
            .. Skipped(words),
            .. names.Select(name => Platform(name, status, known.GetValueOrDefault(name), Moment, words)),
            .. Listed(words, "Status_Unknown", status.UnknownSends, status.Unknown.Select(send => $"{send.Chat}, {Moment(send.SentAt)}")),
            .. Listed(words, "Status_Paused", status.PausedChats, status.Paused.Select(chat =>
                $"{chat.Chat}, {Moment(chat.Since)}: {(chat.Reason.Length > 0 ? chat.Reason : words["Status_PausedByChat"])}")),
            .. NotSent(status, Moment, words),
        ]);
    }

    private static IEnumerable<Block> NotSent(LedgerStatus status, Func<DateTimeOffset, string> moment, Words words)
    {
        var count = status.Counts.Where(row => row.Key.State is DeliveryState.Failed or DeliveryState.Expired).Sum(row => row.Value);
        return count == 0 ? [] : Listed(words, "Status_NotSent", count, status.NotSent.Select(row =>
            $"{row.Chat}, {moment(row.At)}: {(row.State == DeliveryState.Expired ? words["Status_Expired"] : row.Reason)}"));
    }

    /// <summary>One line for what is not shown to anybody; the command line, which reads no articles here, has <c>check</c>.</summary>
    private IEnumerable<Block> Skipped(Words words) => library.Current.Problems is [var first, ..] problems
        ? [new TextBlock([new Span(words.Format(
            problems.Count == 1 ? "Status_Skipped_One" : "Status_Skipped_Other", problems.Count, Labels.Short(first.ToString(), LongestProblem)))])]
        : [];

    private static ItemBlock Platform(string name, LedgerStatus status, SendLimits? limits, Func<DateTimeOffset, string> moment, Words words)
    {
        var backlog = status.Backlog(name);
        string?[] said =
        [
            backlog == 0 ? words["Status_Idle"] : words.Format("Status_Backlog", backlog),
            status.OldestDue.TryGetValue(name, out var oldest) ? words.Format("Status_Longest", moment(oldest)) : null,
            limits is null ? words["Status_NotHere"]
                : backlog > 0 ? words.Format("Status_Eta", Duration(TimeSpan.FromSeconds(backlog / limits.PerSecond), words), limits.PerSecond) : null,
            status.LastSent.TryGetValue(name, out var sent) ? words.Format("Status_LastSent", moment(sent)) : words["Status_NeverSent"],
            words.Format(
                "Status_OnRecord",
                status.Count(name, DeliveryState.Sent), status.Count(name, DeliveryState.Failed), status.Count(name, DeliveryState.Expired)),
        ];
        return new ItemBlock("•", [new Span(name, SpanStyle.Bold), new Span(": " + string.Join("; ", said.OfType<string>()))]);
    }

    private static IEnumerable<Block> Listed(Words words, string key, long count, IEnumerable<string> lines)
    {
        if (count == 0)
            return [words.Paragraph(key + "_None")];

        var items = lines.Take(MostListed).Select(line => new ItemBlock("•", [new Span(line)])).ToArray();
        var more = count - items.Length;
        return [new TextBlock([new Span(words.Count(key, count))]), .. items, .. more > 0 ? [words.Paragraph("Status_More", more)] : (Block[])[]];
    }

    private static string Duration(TimeSpan time, Words words) =>
        time < TimeSpan.FromMinutes(1) ? words.Format("Duration_Seconds", Math.Ceiling(time.TotalSeconds))
        : time < TimeSpan.FromHours(1) ? words.Format("Duration_Minutes", Math.Ceiling(time.TotalMinutes))
        : words.Format("Duration_Hours", Math.Floor(time.TotalHours), time.Minutes);
}
