using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows or sets the chat's time zone.</summary>
internal sealed class TimeZoneCommand(SubscriptionBook book, TimeProvider time) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "timezone", ["zonawaktu"], CommandAccess.Manager, [new("zone", "zona", Required: false, Suggestions.Zone)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.Length == 0)
            return await ShowAsync(context, cancellationToken);

        if (ZoneText.TryParse(context.Arguments) is not { } zone)
            return Unknown(context);

        var settings = context.Settings with { Zone = zone };
        var subscriptions = await book.ChangeAsync(settings, cancellationToken);
        return Answer.Of(Now("Zone_Done", zone, context.Words), NextDigest.Line(subscriptions, settings, context.Words));
    }

    private async Task<Answer> ShowAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        return Answer.Of(
            Now("Zone_Now", context.Settings.Zone, context.Words),
            context.Words.Paragraph("Zone_Examples"),
            NextDigest.Line(subscriptions, context.Settings, context.Words)).With(Choices());
    }

    private TextBlock Now(string key, string zone, Words words)
    {
        var local = NextDigest.LocalTime(time.GetUtcNow(), zone);
        return words.Paragraph(key, ZoneNames.Long(zone), Dates.Time(TimeOnly.FromDateTime(local.DateTime)));
    }

    private static Answer Unknown(CommandContext context)
    {
        var echo = Labels.Echo(context.Arguments);
        var near = ZoneText.Near(context.Arguments);
        if (near.Count == 0)
            return Answer.Of(context.Words.Paragraph("Zone_NotUnderstood", echo)).With(Choices()).ForAsker();

        var buttons = near.Select(zone => ActionLine.Button(zone.Name, $"timezone {zone.Zone}", "timezone"));
        return ArticleAnswers.Choose(context.Words.Paragraph("DidYouMean", echo), buttons.Take(8), context.Words).ForAsker();
    }

    private static IReadOnlyList<Button> Choices() => [.. ZoneNames.Indonesian.Select(zone => new Button(zone.Name, $"timezone {zone.Name}"))];
}
