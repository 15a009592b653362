using DigestBot.Digests;

namespace DigestBot.Chats;

/// <summary>Puts digests into words and blocks: the same message for every chat that asks for the same.</summary>
public static class DigestMessages
{
    /// <summary>What a slot of a subscription says.</summary>
    public static Message ForPost(DigestPost post, Words words)
    {
        var blocks = new List<Block>();
        foreach (var article in post.Full)
            AddArticle(blocks, article);
        return new Message([new TextBlock([new Span(words["Digest"], SpanStyle.Bold)]), .. blocks]);
    }

    private static void AddArticle(List<Block> blocks, PostedArticle posted)
    {
        var article = posted.Digest.Article;
        blocks.Add(new TitleBlock(article.Title, article.Source, article.Topic));
        foreach (var unit in posted.Units)
        {
            var section = posted.Digest.Sections[unit];
            blocks.Add(new SectionBlock(NumberOf(posted.Digest, unit), section.Section.Heading, section.Sentences));
        }
    }

    /// <summary>The number by which readers address a unit: 0 for the lead, sections from 1.</summary>
    private static int NumberOf(Digest digest, int unit) => digest.Article.Lead.IsEmpty ? unit + 1 : unit;
}
