using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>What is said where an article or a topic was asked for and it is not clear which.</summary>
internal static class ArticleAnswers
{
    private const int MostChoices = 8;

    /// <summary>There are none at all yet.</summary>
    public static Answer NoArticles(Words words) => Answer.Of(words.Paragraph("NoArticles"));

    /// <summary>A button that runs a command with an article.</summary>
    public static Button ArticleButton(Article article, string command) =>
        new(Labels.Short(article.Title, 40), $"{command} {article.Id.Key}");

    /// <summary>None fits, none was named, or several fit: asks back with a button each.</summary>
    /// <param name="library">What there is.</param>
    /// <param name="found">Those that fit.</param>
    /// <param name="wanted">What was typed.</param>
    /// <param name="command">The command that a button runs with the article's key.</param>
    /// <param name="words">The language.</param>
    public static Answer WhichArticle(
        LibrarySnapshot library, IReadOnlyList<Article> found, string wanted, string command, Words words)
    {
        var question = Question(found.Count, wanted, "Article", words);
        var buttons = (found.Count > 0 ? found : library.Articles).Select(article => ArticleButton(article, command));
        return Choose(question, buttons, words);
    }

    /// <summary>Neither an article nor a section was named: says how, and offers the articles.</summary>
    public static Answer WhichSection(LibrarySnapshot library, Words words) =>
        Choose(words.Paragraph("Section_Usage"), library.Articles.Select(article => ArticleButton(article, "sections")), words).ForAsker();

    /// <summary>None fits or several do: asks back with a button each.</summary>
    public static Answer WhichTopic(LibrarySnapshot library, IReadOnlyList<string> found, string wanted, string command, Words words)
    {
        var question = Question(found.Count, wanted, "Topic", words);
        var buttons = (found.Count > 0 ? found : library.Topics).Select(topic => TopicButton(topic, command));
        return Choose(question, buttons, words);
    }

    /// <summary>None fits, several do, or one is only a guess, articles or topics: asks back with a button each.</summary>
    public static Answer WhichTarget(LibrarySnapshot library, NameMatch<Wants> found, string wanted, string command, Words words)
    {
        var buttons = found.Items.Count == 0
            ? library.Topics.Select(topic => TopicButton(topic, command))
            : found.Items.Select(target => new Button(Labels.Short(TargetFinder.LabelOf(target, library, words), 40), $"{command} {target.TargetKey}"));
        return Choose(Question(found, "None_Target", wanted, words), buttons, words);
    }

    /// <summary>What is asked where none fits, several do, or what fits is only a guess.</summary>
    public static TextBlock Question<T>(NameMatch<T> found, string none, string wanted, Words words) =>
        words.Paragraph(found.Items.Count == 0 ? none : found.IsGuess ? "DidYouMean" : "Several", Labels.Echo(wanted));

    /// <summary>A question with a button for each answer, one a row; where there are too many, the list of all of them leads on.</summary>
    public static Answer Choose(Block question, IEnumerable<Button> buttons, Words words, Button? list = null)
    {
        var all = buttons.ToArray();
        IEnumerable<IReadOnlyList<Button>> rows = [.. all.Take(MostChoices).Select(button => new[] { button })];
        return Answer.Of(question).With(all.Length > MostChoices ? rows.Append([list ?? new Button(words["Button_Articles"], "articles")]) : rows);
    }

    private static Button TopicButton(string topic, string command) =>
        new(Labels.Short(topic, 40), $"{command} {TargetFinder.TopicKey(topic)}");

    private static TextBlock Question(int found, string wanted, string thing, Words words) =>
        wanted.Length == 0 ? words.Paragraph($"Which_{thing}")
        : found == 0 ? words.Paragraph($"None_{thing}", Labels.Echo(wanted))
        : words.Paragraph("Several", Labels.Echo(wanted));
}
