using DigestBot.Articles;
using DigestBot.Articles.Languages;
using DigestBot.Chats;
using DigestBot.Digests;

namespace DigestBot.Web;

/// <summary>Puts an article on a page: its digest by section under a table of contents, each section's text folded below it.</summary>
internal static class ArticlePage
{
    private const int HighestHeading = 2;
    private const int LowestHeading = 6;

    public static string Of(Digest digest, Words words)
    {
        var article = digest.Article;
        Html source = article.Source is { } link
            ? $""" · <a href="{link.AbsoluteUri}" rel="nofollow noopener noreferrer">{words.Format("Post_Source", link.Host)}</a>"""
            : Html.None;
        Html topic = article.Topic.Length == 0 ? Html.None : $"""<a href="../{ListPage.TopicPath}{ListPage.KeyOf(article.Topic)}">{article.Topic}</a> · """;
        var highest = article.Sections.Select(section => section.Level).DefaultIfEmpty().Min();
        var sections = digest.Sections.Select((section, unit) => Section(section, SectionMessages.NumberOf(article, unit), highest, article.Language, words));
        Html body = $"""
            <article lang="{article.Language}">
            <h1>{article.Title}</h1>
            <p class="facts" lang="{words.Language}">{topic}{DigestMessages.Facts(article, words)}{source}</p>
            {sections.Take(article.Lead.IsEmpty ? 0 : 1)}{Contents(article, words)}{sections.Skip(article.Lead.IsEmpty ? 0 : 1)}</article>
            """;
        return WebPage.Frame(article.Title, "../", body, words);
    }

    /// <summary>Sections have the numbers from 1, as the list gives them.</summary>
    private static Html Contents(Article article, Words words)
    {
        if (article.Sections.Count < 2)
            return Html.None;

        var items = article.Sections.Select((section, index) => (Html)$"""<li><a href="#s{index + 1}">{Labels.Unnumbered(index + 1, section.Heading)}</a></li>""");
        return $"""
            <nav class="contents" aria-labelledby="contents">
            <h2 id="contents" lang="{words.Language}">{words["Web_Contents"]}</h2>
            <ol>{items}</ol>
            </nav>

            """;
    }

    private static Html Section(SectionDigest digest, int number, int highest, string articles, Words words)
    {
        var section = digest.Section;
        var level = Math.Clamp(section.Level - highest + HighestHeading, HighestHeading, LowestHeading);
        Html language = section.Language is LanguageGuesser.Unknown || section.Language == articles ? Html.None : $""" lang="{section.Language}" """;
        Html heading = number == 0 ? Html.None : $"<h{level}>{Labels.Numbered(number, section.Heading)}</h{level}>\n";
        Html sentences = digest.Sentences.Count == 0 ? Html.None : $"<p>{SentenceJoint.Join(digest.Sentences)}</p>\n";
        return $"""
            <section id="s{number}"{language}>
            {heading}{sentences}{Whole(digest, words)}</section>

            """;
    }

    /// <summary>The whole text, where the digest is not all of it.</summary>
    private static Html Whole(SectionDigest digest, Words words)
    {
        if (digest.Sentences.Count == digest.Section.Sentences.Count())
            return Html.None;

        var paragraphs = digest.Section.Paragraphs.Select(paragraph => (Html)$"<p>{paragraph.Text}</p>\n");
        return $"""
            <details><summary lang="{words.Language}">{words["Button_FullText"]}</summary>
            {paragraphs}</details>

            """;
    }
}
