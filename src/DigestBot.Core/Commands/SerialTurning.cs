using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Turns the serial of a chat forth and back: what is read here is not posted again, the next slot goes on from here.</summary>
internal sealed class SerialTurning(ArticleLibrary library, DigestBuilder digests, Looks looks, SubscriptionBook book)
{
    private const int MostTries = 3;

    /// <summary>Shows the section after, or before, the one that was read last.</summary>
    public async Task<Answer> TurnAsync(CommandContext context, string command, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
            var serials = subscriptions.Where(subscription => subscription.Wants.Serial).ToArray();
            if (serials.Length == 0)
                return None(context, subscriptions);

            var found = Find(context.Arguments, serials, subscriptions);
            if (found is not { Items: [var serial], IsGuess: false })
                return Which(context, found, serials, command);

            var step = command == "next"
                ? SerialReading.After(library.Current, serial.Wants, serial.Position, serial.Serial)
                : SerialReading.Before(library.Current, serial.Wants, serial.Position, serial.Serial);
            if (step is null)
                return AtTheEnd(context, serial, command);

            var position = Selection.PositionAfter(library.Current, serial.Position, posted: true);
            if (await book.TurnSerialAsync(serial, step.Place, position, cancellationToken))
                return Show(context, serial, step);
            if (tries == MostTries)
                throw new InvalidOperationException($"the serial {serial.Id} moves faster than it can be turned");
        }
    }

    private Answer Show(CommandContext context, Subscription serial, SerialStep step)
    {
        var post = new DigestPost([Posts.Posted(step.Selected, serial.Wants, digests)], [])
        {
            SerialKey = serial.Wants.TargetKey,
            Look = looks.For(context.Settings.Layout),
        };
        return new Answer(DigestMessages.ForPost(post, context.Words));
    }

    private Answer AtTheEnd(CommandContext context, Subscription serial, string command)
    {
        var (words, key, isBegun) = (context.Words, serial.Wants.TargetKey, serial.Serial is not null);
        var label = TargetFinder.LabelOf(serial.Wants, library.Current, words);
        var forth = new Button(words["Button_SerialNext"], $"next {key}");
        if (command == "next")
        {
            Button[] buttons = isBegun ? [new Button(words["Button_SerialBack"], $"back {key}")] : [];
            return Answer.Of(words.Paragraph(isBegun ? "Serial_End" : "Serial_Empty", label)).With([.. buttons, new Button(words["Button_Articles"], "articles")]);
        }

        return Answer.Of(words.Paragraph(isBegun ? "Serial_Beginning" : "Serial_NotBegun", label)).With([forth]);
    }

    private static Answer None(CommandContext context, IReadOnlyList<Subscription> subscriptions)
    {
        var target = subscriptions.Count == 1 ? subscriptions[0].Wants.TargetKey : "all";
        return Answer.Of(context.Words.Paragraph("Serial_None")).With([new Button(context.Words["Button_Serial"], $"subscribe {target} serial")]);
    }

    /// <summary>A number is the one in the list of all subscriptions, as everywhere.</summary>
    private NameMatch<Subscription> Find(string wanted, IReadOnlyList<Subscription> serials, IReadOnlyList<Subscription> subscriptions)
    {
        if (wanted.Length == 0)
            return TargetFinder.Sure(serials);

        return wanted.All(char.IsAsciiDigit)
            ? TargetFinder.Sure([.. TargetFinder.FindSubscription(subscriptions, library.Current, wanted).Items.Where(serials.Contains)])
            : TargetFinder.FindSubscription(serials, library.Current, wanted);
    }

    private Answer Which(CommandContext context, NameMatch<Subscription> found, IReadOnlyList<Subscription> serials, string command)
    {
        var words = context.Words;
        return ArticleAnswers.Choose(
            found.Items.Count > 0 ? words.Paragraph("Serial_Which") : words.Paragraph("Serial_NoSuch", NameOf(context)),
            (found is { Items.Count: > 0, IsGuess: false } ? found.Items : serials).Select(serial =>
                new Button(Labels.Short(TargetFinder.LabelOf(serial.Wants, library.Current, words), 40), $"{command} {serial.Wants.TargetKey}")),
            words,
            new Button(words["Button_Subscriptions"], "subscriptions"));
    }

    /// <summary>A button of a serial that ended carries a key: its reader knows the name.</summary>
    private string NameOf(CommandContext context) => Labels.Echo(
        TargetFinder.LooksLikeKey(context.Arguments) && TargetFinder.Find(library.Current, context.Arguments) is { Items: [var target], IsGuess: false }
            ? TargetFinder.LabelOf(target, library.Current, context.Words)
            : context.Arguments);
}
