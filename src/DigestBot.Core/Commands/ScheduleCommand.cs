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

        var today = DateOnly.FromDateTime(NextDigest.LocalTime(time.GetUtcNow(), context.Settings.Zone).DateTime);
        var line = ScheduleLine.Read(context.Arguments, today, subscriptions, library.Current);
        // People write "07:00 WIB": the chat's own zone says nothing new, another one is the chat's to change.
        if (line is not { IsSure: true } && ZoneNames.Within(context.Arguments) is { } zoned && ScheduleLine.Read(zoned.Without, today, subscriptions, library.Current) is { } read)
        {
            if (zoned.Zones.FirstOrDefault(zone => !IsClock(context.Settings.Zone, zone.Zone)).Name is { } other)
                return OtherZone(context, other);
            line = read;
        }

        if (line is null)
            return NotUnderstood(context);
        if (!line.IsSure)
            return Whose(line, subscriptions, words);

        var changed = await book.RescheduleAsync(line.Found.Items, line.Schedule, cancellationToken);
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
            new Span(LabelOf(subscription, words), SpanStyle.Bold, IsQuoted: true),
            new Span(" · " + ScheduleWords.Of(subscription.Schedule, words)),
        ]));
        return Answer.Of([words.Paragraph($"{key}_Each"), .. items, NextDigest.Line(shown, context.Settings, words)]);
    }

    private bool IsClock(string zone, string other)
    {
        var now = time.GetUtcNow();
        return NextDigest.LocalTime(now, zone).Offset == NextDigest.LocalTime(now, other).Offset;
    }

    private static Answer OtherZone(CommandContext context, string name) =>
        Answer.Of(context.Words.Paragraph("Schedule_OtherZone", ZoneNames.Long(context.Settings.Zone), name))
            .With([new Button(name, $"timezone {name}")]).ForAsker();

    private static Answer NotUnderstood(CommandContext context)
    {
        var key = ScheduleText.Unsettable(context.Arguments) ?? (ScheduleText.SaysOneDay(context.Arguments) ? "Schedule_Interval" : "Schedule_NotUnderstood");
        return Answer.Of(context.Words.Paragraph(key, Labels.Echo(context.Arguments)), context.Words.Paragraph("Schedule_Examples")).ForAsker();
    }

    /// <summary>The times are clear, but not whose: asks back with buttons that set them, where they fit on one.</summary>
    private Answer Whose(ScheduleLine line, IReadOnlyList<Subscription> subscriptions, Words words)
    {
        var question = ArticleAnswers.Question(line.Found, "Unsubscribe_None", line.Name, words);
        var named = line.Found.Items.Count > 0 ? line.Found.Items : subscriptions;
        Button[] buttons = [.. named.Select(subscription => ActionLine.Button(LabelOf(subscription, words), $"schedule {subscription.Wants.TargetKey} {line.Times}", ""))];
        if (Array.TrueForAll(buttons, button => button.Action.Length > 0))
            return ArticleAnswers.Choose(question, buttons, words, new Button(words["Button_Subscriptions"], "subscriptions")).ForAsker();

        var names = named.Take(8).Select(subscription => new ItemBlock("•", [new Span(LabelOf(subscription, words), SpanStyle.Bold, IsQuoted: true)]));
        return Answer.Of([question, .. names, words.Paragraph("Wants_SayAgain")]).ForAsker();
    }

    private string LabelOf(Subscription subscription, Words words) => TargetFinder.LabelOf(subscription.Wants, library.Current, words);

    private static IEnumerable<IReadOnlyList<Button>> Choices(Words words)
    {
        string[][] rows = [["07:00", "18:00", "07:00 18:00"], [words["Schedule_ChoiceWeekdays"], words["Schedule_Off"]]];
        return rows.Select(row => row.Select(choice => new Button(choice, $"schedule {choice}")).ToArray());
    }
}
