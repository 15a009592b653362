using DigestBot.Articles;

namespace DigestBot.Chats;

/// <summary>Puts lists of articles into words, blocks and buttons.</summary>
public static class ListMessages
{
    private const int PageSize = 8;

    /// <summary>A page of articles under the numbers by which commands take them.</summary>
    /// <param name="title">What the list is called.</param>
    /// <param name="articles">Each with its number in the list of all articles.</param>
    /// <param name="page">Which page, from 1; the nearest there is.</param>
    /// <param name="action">The command line that shows the list, without the page.</param>
    /// <param name="words">The language.</param>
    public static Message ForArticles(
        string title, IReadOnlyList<(int Number, Article Article)> articles, int page, string action, Words words)
    {
        var shown = Paging.Page(articles, page, PageSize);
        List<Block> blocks = [new TitleBlock(title)];
        blocks.AddRange(shown.Items.Select(item => new ItemBlock($"{item.Number}.", DigestMessages.Line(item.Article, words))));
        blocks.Add(new FooterBlock(Foot(words.Count("Articles", articles.Count), shown, words)));
        var numbers = shown.Items.Select(item => new Button($"{item.Number}", $"digest {item.Article.Id.Key}"));
        return new Message(blocks) { Buttons = [.. Paging.Rows(numbers), .. Paging.Turn(shown, action, words)] };
    }

    internal static string Foot<T>(string facts, Page<T> page, Words words) =>
        page.Of == 1 ? facts : $"{facts} · {words.Format("Page", page.Number, page.Of)}";
}
