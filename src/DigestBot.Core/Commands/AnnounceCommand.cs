using System.Collections.Concurrent;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;

namespace DigestBot.Commands;

/// <summary>Says something to all chats. What was typed is shown as it will look, with how many get it, and goes out when that is confirmed.</summary>
internal sealed class AnnounceCommand(Announcer announcer, TimeProvider time) : IChatCommand
{
    private const int LongestText = 3_000;
    private const int MostWaiting = 100;

    /// <summary>A preview that is older is not what its reader has in mind any more.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    public CommandInfo Info { get; } = new(
        "announce", ["umumkan"], CommandAccess.Operator, [new("announcement", "pengumuman", Required: true)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Words;
        var text = context.Arguments;
        if (text.Split(' ') is [var step, { Length: 8 } key] && _drafts.TryGetValue(key, out var draft) && draft.By == Asker(context))
            return await StepAsync(context, step, key, draft, cancellationToken);

        if (context.Request.IsButton && text.Length > 0)
            return Answer.Of(words.Paragraph("Announce_Gone")).ForAsker();
        if (text.Length == 0)
            return Answer.Of(words.Paragraph("Announce_Usage")).ForAsker();
        return text.Length > LongestText
            ? Answer.Of(words.Paragraph("Announce_TooLong", LongestText)).ForAsker()
            : await PreviewAsync(context, text, cancellationToken);
    }

    private async Task<Answer> PreviewAsync(CommandContext context, string text, CancellationToken cancellationToken)
    {
        var words = context.Words;
        var counts = await announcer.CountAsync(cancellationToken);
        if (counts.Count == 0)
            return Answer.Of(words.Paragraph("Announce_Nobody")).ForAsker();

        var now = time.GetUtcNow();
        var draft = new Draft(Asker(context), MessageOf(text), now);
        var key = Fingerprint.Of(draft.By, text, now.ToString("O"))[..8];
        Forget(now);
        _drafts[key] = draft;

        var reach = string.Join(", ", counts.Select(count => $"{count.Platform} {count.Chats}"));
        return Answer.Of([words.Paragraph("Announce_Preview"), .. draft.Message.Blocks, new FooterBlock(words.Format("Announce_Reach", reach))])
            .With([
                new Button(words.Format("Button_Announce", words.Count("Chats", counts.Sum(count => count.Chats))), $"announce send {key}"),
                new Button(words["Button_Cancel"], $"announce cancel {key}"),
            ])
            .ForAsker();
    }

    private async Task<Answer> StepAsync(CommandContext context, string step, string key, Draft draft, CancellationToken cancellationToken)
    {
        var words = context.Words;
        if (time.GetUtcNow() - draft.At > Fresh)
            return Answer.Of(words.Paragraph("Announce_Gone")).ForAsker();
        if (step != "send")
            return _drafts.TryRemove(key, out _) ? Done(context, words.Paragraph("Announce_Cancelled")) : Done(context, words.Paragraph("Announce_Gone"));

        // The draft stays: pressed once more it reaches those alone that have not had it, which is nobody.
        var chats = await announcer.SendAsync(key, draft.Message, cancellationToken);
        return Done(context, chats == 0 ? words.Paragraph("Announce_Again") : words.Paragraph("Announce_Done", words.Count("Chats", chats)));
    }

    /// <summary>Old ones first: an operator has a few, and a full house has old ones.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, draft) in _drafts)
        {
            if (now - draft.At > Fresh || _drafts.Count >= MostWaiting)
                _drafts.TryRemove(key, out _);
        }
    }

    private static Answer Done(CommandContext context, TextBlock said) => Answer.Of(said) with { Private = true, Replaces = context.Request.IsButton };

    private static Message MessageOf(string text) => Message.OfText(
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Asker(CommandContext context) => $"{context.Chat.Platform}:{context.Request.User}";

    private sealed record Draft(string By, Message Message, DateTimeOffset At);
}
