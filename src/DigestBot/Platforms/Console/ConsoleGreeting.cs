using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Subscriptions;

namespace DigestBot.Platforms.Console;

/// <summary>What the terminal says first: what was loaded, what was skipped and why, and what can be asked.</summary>
internal sealed class ConsoleGreeting(ArticleLibrary library, CommandDispatcher commands, SubscriptionBook book)
{
    private const int MostProblems = 10;

    public async Task<Message> MessageAsync(CancellationToken cancellationToken)
    {
        var settings = await book.SettingsAsync(ConsolePlatform.Chat, cancellationToken);
        var words = Words.TryFor(settings.Language) ?? Words.Indonesian;
        var loaded = await library.LoadedAsync(cancellationToken);
        var sections = loaded.Articles.Sum(article => article.Sections.Count);
        var languages = string.Join(", ", loaded.Articles.GroupBy(article => article.Language).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"));
        var blocks = new List<Block> { new TitleBlock("DigestBot"), words.Paragraph("Console_Loaded", loaded.Articles.Count, sections, languages) };
        if (loaded.Problems.Count > 0)
            blocks.Add(words.Paragraph("Console_Skipped", loaded.Problems.Count));
        blocks.AddRange(loaded.Problems.Take(MostProblems).Select(problem => new ItemBlock("•", [new Span(problem.ToString())])));
        if (loaded.Problems.Count > MostProblems)
            blocks.Add(words.Paragraph("Console_SkippedMore", loaded.Problems.Count - MostProblems));
        blocks.Add(words.Paragraph("Console_Commands"));
        blocks.AddRange(commands.Commands.Where(command => command.Access != CommandAccess.Operator).Select(command => new ItemBlock(
            "•", [.. Names(command, words), new Span(" — " + command.SummaryIn(words))])));
        return new Message(blocks);
    }

    private static IEnumerable<Span> Names(CommandInfo command, Words words)
    {
        yield return new Span("/" + command.Name, SpanStyle.Code);
        if (command.NameIn(words) == command.Name)
            yield break;

        yield return new Span(" ");
        yield return new Span("/" + command.NameIn(words), SpanStyle.Code);
    }
}
