using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows or sets when digests come: for all of the chat's subscriptions, or for the one that is named first.</summary>
internal sealed class ScheduleCommand(ArticleLibrary library, SubscriptionBook book, TimeProvider time) : IChatCommand
{
    public CommandInfo Info { get; } = new("schedule", ["jadwal"], CommandAccess.Manager, [new("times", "waktu", Required: false)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        if (subscriptions.Count == 0)
            return Answer.Of(words.Paragraph("Next_None")).With([new Button(words["Button_Subscribe"], "subscribe")]);

        if (context.Arguments.Length == 0)
            return Show(context, "Schedule_Now", subscriptions, subscriptions).With(Choices(words));

        var (chosen, schedule) = Read(context, subscriptions);
        if (schedule is null)
            return Answer.Of(words.Paragraph("Schedule_NotUnderstood", Labels.Echo(context.Arguments)), words.Paragraph("Schedule_Examples")).ForAsker();

        var changed = await book.RescheduleAsync(chosen, schedule, cancellationToken);
        return Show(context, "Schedule_Done", changed, await book.ListAsync(context.Chat, cancellationToken));
    }

    private Answer Show(CommandContext context, string key, IReadOnlyList<Subscription> shown, IReadOnlyList<Subscription> all)
    {
        var words = context.Words;
        var schedules = shown.Select(subscription => subscription.Schedule).Distinct().ToArray();
        if (schedules.Length == 1 && shown.Count == all.Count)
            return Answer.Of(words.Paragraph(key, ScheduleWords.Of(schedules[0], words)), NextDigest.Line(all, context.Settings, words));

        var items = shown.Select(subscription => new ItemBlock("•",
        [
            new Span(TargetFinder.LabelOf(subscription.Wants, library.Current, words), SpanStyle.Bold),
            new Span(" · " + ScheduleWords.Of(subscription.Schedule, words)),
        ]));
        return Answer.Of([words.Paragraph($"{key}_Each"), .. items, NextDigest.Line(shown, context.Settings, words)]);
    }

    /// <summary>The whole as a schedule for all, or what follows the name of a subscription as a schedule for that one.</summary>
    private (IReadOnlyList<Subscription> Chosen, Schedule? Schedule) Read(CommandContext context, IReadOnlyList<Subscription> subscriptions)
    {
        var today = DateOnly.FromDateTime(NextDigest.LocalTime(time.GetUtcNow(), context.Settings.Zone).DateTime);
        if (ScheduleText.TryParse(context.Arguments, today, subscriptions[0].Schedule) is { } forAll)
            return (subscriptions, forAll);

        var typed = context.Arguments.Split(' ', MostWords, StringSplitOptions.RemoveEmptyEntries);
        for (var length = 1; length < typed.Length; length++)
        {
            if (TargetFinder.FindSubscription(subscriptions, library.Current, string.Join(' ', typed[..length])) is [var named] &&
                ScheduleText.TryParse(string.Join(' ', typed[length..]), today, named.Schedule) is { } forOne)
            {
                return ([named], forOne);
            }
        }

        return (subscriptions, null);
    }

    /// <summary>What is split off a line to find a name at its beginning; the last piece holds the rest.</summary>
    private const int MostWords = 20;

    private static IEnumerable<IReadOnlyList<Button>> Choices(Words words)
    {
        string[][] rows = [["07:00", "18:00", "07:00 18:00"], [words["Schedule_ChoiceWeekdays"], words["Schedule_Off"]]];
        return rows.Select(row => row.Select(choice => new Button(choice, $"schedule {choice}")).ToArray());
    }
}
