using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows or sets the hours in which nothing is posted; what falls due in them comes at their end.</summary>
internal sealed class QuietCommand(SubscriptionBook book) : IChatCommand
{
    private static readonly string[] Choices = ["21:00-06:00", "22:00-05:00", "23:00-07:00"];

    public CommandInfo Info { get; } = new("quiet", ["jamtenang"], CommandAccess.Manager, [new("hours", "jam", Required: false)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        if (context.Arguments.Length == 0)
        {
            var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
            return Answer.Of(words.Paragraph(context.Settings.Quiet is null ? "Quiet_None" : "Quiet_Now", Hours(context.Settings.Quiet)), NextDigest.Line(subscriptions, context.Settings, words))
                .With([.. Choices.Select(choice => new Button(choice, $"quiet {choice}"))], [new Button(words["Off"], "quiet off")]);
        }

        if (!QuietText.TryParse(context.Arguments, out var hours))
            return Answer.Of(words.Paragraph("Quiet_NotUnderstood", Labels.Echo(context.Arguments))).ForAsker();

        var settings = context.Settings with { Quiet = hours };
        var changed = await book.ChangeAsync(settings, cancellationToken);
        var done = hours is null ? words.Paragraph("Quiet_Off") : words.Paragraph("Quiet_Done", Hours(hours), Dates.Time(hours.To));
        return Answer.Of(done, NextDigest.Line(changed, settings, words));
    }

    /// <summary><c>22:00–06:00</c>.</summary>
    public static string Hours(QuietHours? quiet) => quiet is null ? "" : $"{Dates.Time(quiet.From)}–{Dates.Time(quiet.To)}";
}
