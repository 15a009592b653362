using System.Text;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;
using DigestBot.Subscriptions.Transfer;

namespace DigestBot.Commands;

/// <summary>Takes in what <see cref="ExportCommand"/> gave, as text or as a file, here or on another platform: all of it, or nothing.</summary>
internal sealed class ImportCommand(ArticleLibrary library, SubscriptionBook book) : IChatCommand
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public CommandInfo Info { get; } = new("import", ["impor"], CommandAccess.Manager, [new("data", "data", Required: false), new("file", "berkas", Required: false) { IsFile = true }]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        if (context.Arguments.Length == 0 && context.Request.File is null)
            return Answer.Of(words.Paragraph("Import_Usage")).ForAsker();

        try
        {
            var text = context is { Arguments: "", Request.File: { } file } ? await TextOfAsync(file, cancellationToken) : context.Arguments;
            return await TakeInAsync(context, ChatFileReader.Read(text), cancellationToken);
        }
        catch (ChatFileException wrong)
        {
            return Answer.Of(words.Paragraph($"Import_{wrong.Problem}", Labels.Echo(wrong.Key)), words.Paragraph("Import_Usage")).ForAsker();
        }
    }

    private static async Task<string> TextOfAsync(AttachedFile file, CancellationToken cancellationToken)
    {
        if (file.Size > ChatFileReader.LongestText)
            throw new ChatFileException(ChatFileProblem.TooLong, "");

        try
        {
            return Strict.GetString(await file.ReadAsync(ChatFileReader.LongestText, cancellationToken)).TrimStart('\uFEFF');
        }
        catch (InvalidDataException)
        {
            throw new ChatFileException(ChatFileProblem.TooLong, "");
        }
        catch (DecoderFallbackException)
        {
            throw new ChatFileException(ChatFileProblem.NotJson, "");
        }
    }

    private async Task<Answer> TakeInAsync(CommandContext context, ChatFile file, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        var before = await book.ListAsync(context.Chat, cancellationToken);
        if (before.Select(subscription => subscription.Wants.Target).Union(file.Subscriptions.Select(taken => taken.Wants.Target)).Count() > ChatFile.MostSubscriptions)
            return Answer.Of(words.Paragraph("Subscribe_TooMany", ChatFile.MostSubscriptions)).ForAsker();

        var here = await book.GoOnAsync(context.Settings, cancellationToken);
        var settings = file.Settings?.Invoke(here) ?? here;
        words = Words.TryFor(settings.Language) ?? words;
        var all = await book.TakeInAsync(settings, [.. file.Subscriptions.Select(taken => Subscribed(taken, context.Chat, snapshot))], cancellationToken);
        List<Block> blocks = [words.Paragraph(file.Settings is null ? "Import_Done" : "Import_DoneWithSettings", words.Count("Subscriptions", file.Subscriptions.Count))];
        blocks.AddRange(all.Index().Select(subscription => SubscriptionsCommand.Line(subscription.Index + 1, subscription.Item, snapshot, words)));
        if (file.Subscriptions.Any(taken => taken.Had is not null && PositionOf(taken, snapshot) is null))
            blocks.Add(words.Paragraph("Import_FromElsewhere"));
        blocks.Add(NextDigest.Line(all, settings, words));
        return Answer.Of(blocks).With([new Button(words["Button_Settings"], "settings"), new Button(words["Button_Subscriptions"], "subscriptions")]);
    }

    private static Subscription Subscribed(TransferredSubscription taken, ChatId chat, LibrarySnapshot snapshot) => new()
    {
        Chat = chat,
        Wants = taken.Wants,
        Schedule = taken.Schedule,
        Position = PositionOf(taken, snapshot),
        Serial = taken.Serial,
    };

    /// <summary>The place among the editions, where this bot has numbered them so.</summary>
    private static long? PositionOf(TransferredSubscription taken, LibrarySnapshot snapshot) =>
        taken.Had is { } had && snapshot.Editions.Any(edition => edition.Number == had.Number && edition.Hash.StartsWith(had.Hash, StringComparison.Ordinal))
            ? had.Number
            : null;
}
