using System.Text;
using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Digests;

namespace DigestBot.Chats;

/// <summary>Puts what a search found into words, blocks and buttons.</summary>
public static class SearchMessages
{
    /// <summary>Between a search's words and the page that is shown of it.</summary>
    internal const string PageMark = " #";

    private const int PageSize = 5;
    private const int LongestSentence = 220;
    private const int RoomForPage = 4;

    /// <summary>A page of places, each with a button that opens it.</summary>
    /// <param name="typed">What was looked for, as it was typed.</param>
    /// <param name="result">At least one place.</param>
    /// <param name="page">From 1; the nearest there is.</param>
    /// <param name="words">The language.</param>
    public static Message ForResult(string typed, SearchResult result, int page, Words words)
    {
        // Where the words are too many for a button, the page that is shown is the only one, and twice as long.
        var action = $"search {typed}{PageMark}";
        var turns = Encoding.UTF8.GetByteCount(action) + RoomForPage <= Button.LongestAction;
        var shown = Paging.Page(turns ? result.Places : [.. result.Places.Take(2 * PageSize)], page, turns ? PageSize : 2 * PageSize);
        var first = (shown.Number - 1) * PageSize + 1;

        List<Block> blocks = [new TitleBlock(words.Format("Search_Title", Labels.Echo(typed)))];
        if (!result.HasAll)
            blocks.Add(words.Paragraph("Search_SomeWords"));
        blocks.AddRange(shown.Items.Select((place, index) => new ItemBlock($"{first + index}.", Line(place))));
        blocks.Add(new FooterBlock(ListMessages.Foot(FoundIn(result.Places.Count, words), shown, words)));
        var numbers = shown.Items.Select((place, index) => new Button($"{first + index}", Open(place)));
        return new Message(blocks) { Buttons = [.. Paging.Rows(numbers), .. turns ? Paging.Turn(shown, action, words) : []] };
    }

    /// <summary>What a place is called: its heading and its article, or the article alone.</summary>
    public static string LabelOf(FoundPlace place) => HeadingOf(place) is { Length: > 0 } heading ? $"{heading} · {place.Article.Title}" : place.Article.Title;

    /// <summary>A section, or what an article is about, in the article's own words alone: fit to be posted anywhere.</summary>
    public static Message ForSharing(Digest digest, NumberedSection? section)
    {
        var article = digest.Article;
        Block body = section is null
            ? new TextBlock([new Span(SentenceJoint.Join(digest.Overview), IsQuoted: true)])
            : new SectionBlock(section.Number, section.Section.Heading, SentencesOf(digest, section));
        return new Message([TitleBlock.Of(article, article.Source), body]);
    }

    /// <summary>The first sentences of what <see cref="ForSharing"/> shows.</summary>
    public static string Opening(Digest digest, NumberedSection? section) =>
        SentenceJoint.Join(section is null ? digest.Overview : SentencesOf(digest, section));

    private static IReadOnlyList<string> SentencesOf(Digest digest, NumberedSection section) =>
        digest.Sections[SectionMessages.UnitOf(digest.Article, section.Number)].Sentences;

    private static IReadOnlyList<Span> Line(FoundPlace place)
    {
        var heading = HeadingOf(place);
        var sentence = place.Sentence.Length == 0 ? "" : $" — {Labels.Short(place.Sentence, LongestSentence)}";
        return heading.Length > 0
            ? [new Span(heading, SpanStyle.Bold, IsQuoted: true), new Span($" · {place.Article.Title}{sentence}", IsQuoted: true)]
            : [new Span(place.Article.Title, SpanStyle.Bold, IsQuoted: true), new Span(sentence, IsQuoted: true)];
    }

    private static string HeadingOf(FoundPlace place) =>
        place.Section is { } section ? Labels.Unnumbered(section.Number, section.Section.Heading) : "";

    private static string Open(FoundPlace place) =>
        place.Section is { } section ? $"section {place.Article.Id.Key} {section.Number}" : $"sections {place.Article.Id.Key}";

    private static string FoundIn(int places, Words words) =>
        places == ArticleSearch.Most ? words.Format("Search_Most", places) : words.Count("Search_Places", places);
}
