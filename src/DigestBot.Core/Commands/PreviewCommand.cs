using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows the asker, and nobody else, what the next digest would be and why each article is in it or not.</summary>
internal sealed class PreviewCommand(ArticleLibrary library, DigestBuilder digests, Looks looks, SubscriptionBook book) : IChatCommand
{
    private static readonly string[] Contents = ["isi", "contents"];

    public CommandInfo Info { get; } = new(
        "preview", ["pratinjau"], CommandAccess.Anyone, [new("subscription", "langganan", Required: false, Suggestions.Subscription)])
    {
        IsAboutChat = true,
    };

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (snapshot, words) = (library.Current, context.Words);
        if (snapshot.Articles.Count == 0)
            return ArticleAnswers.NoArticles(words);

        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        if (subscriptions.Count == 0)
            return Answer.Of(words.Paragraph("Next_None")).With([new Button(words["Button_Subscribe"], "subscribe"), new Button(words["Button_Articles"], "articles")]);

        var (wanted, view) = DivideView(context.Arguments);
        if (Chosen(subscriptions, snapshot, wanted) is not { } chosen)
            return Which(context, subscriptions, snapshot, wanted);

        var selection = Selection.Of(snapshot, chosen.Wants, chosen.Position, chosen.Serial);
        var answer = view is null && !selection.IsEmpty
            ? new Answer(DigestMessages.ForPost(Posts.Of(selection, chosen.Wants, digests) with { Look = looks.For(context.Settings.Layout) }, words))
            : new Answer(PreviewMessages.Of(chosen, selection, view ?? 1, subscriptions, context, snapshot)) { Replaces = context.Request.IsButton && view > 0 };
        return answer with { Private = true, IsAskersAlone = true, Language = words.Language };
    }

    /// <summary>The one that is named; else the one that is due first.</summary>
    private static Subscription? Chosen(IReadOnlyList<Subscription> subscriptions, LibrarySnapshot snapshot, string wanted) =>
        wanted.Length == 0
            ? subscriptions.OrderBy(subscription => subscription.Next?.At ?? DateTimeOffset.MaxValue).First()
            : TargetFinder.FindSubscription(subscriptions, snapshot, wanted).Items is [var named] ? named : null;

    private static Answer Which(CommandContext context, IReadOnlyList<Subscription> subscriptions, LibrarySnapshot snapshot, string wanted) =>
        ArticleAnswers.Choose(
            context.Words.Paragraph("Unsubscribe_None", Labels.Echo(wanted)),
            subscriptions.Select(subscription => PreviewMessages.ButtonFor(subscription, snapshot, context.Words)),
            context.Words,
            new Button(context.Words["Button_Subscriptions"], "subscriptions")).ForAsker();

    /// <summary>What follows the name: a page of the reasons, 0 where none is named, or null for the digest itself.</summary>
    private static (string Wanted, int? View) DivideView(string arguments)
    {
        var last = arguments.LastIndexOf(' ') + 1;
        if (Contents.Contains(arguments[last..], StringComparer.OrdinalIgnoreCase))
            return (arguments[..last].TrimEnd(), null);

        return last > 0 && int.TryParse(arguments.AsSpan(last), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (arguments[..last].TrimEnd(), page)
            : (arguments, 0);
    }
}
