using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Says when the next digest comes, in the chat's zone: every answer to a change ends with it.</summary>
internal static class NextDigest
{
    /// <summary>The line for all of a chat's subscriptions together; one that says what to do where nothing will come.</summary>
    public static TextBlock Line(IReadOnlyList<Subscription> subscriptions, ChatSettings settings, Words words)
    {
        if (subscriptions.Count == 0)
            return words.Paragraph("Next_None");

        var next = subscriptions.Select(subscription => subscription.Next).OfType<Due>().MinBy(due => due.At);
        if (settings.Pause is { } pause && !(pause.Until <= next?.At))
            return pause.Until is { } until
                ? words.Paragraph("Next_PausedUntil", Moment(until, settings.Zone, words))
                : words.Paragraph("Next_Paused", Moment(pause.Since, settings.Zone, words));

        return next is null ? words.Paragraph("Next_Off") : words.Paragraph("Next", Moment(next.At, settings.Zone, words));
    }

    /// <summary>An instant as the chat's clock shows it, with the zone's name: <c>Sel 24 Nov 07:00 WIB</c>.</summary>
    public static string Moment(DateTimeOffset instant, string zone, Words words) =>
        $"{words.Dates.Moment(LocalTime(instant, zone))} {ZoneNames.Short(zone)}";

    /// <summary>An instant as the chat's clock shows it; UTC where the zone is one that is not known any more.</summary>
    public static DateTimeOffset LocalTime(DateTimeOffset instant, string zone) =>
        Zones.Find(zone) is { } rules ? Zones.ToLocal(instant, rules) : instant.ToUniversalTime();
}
