using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Chats;

/// <summary>Puts one section of an article, or the list of them, into words, blocks and buttons.</summary>
public static class SectionMessages
{
    /// <summary>Three rows of five: what a reader takes in at once, and a row is left for turning pages on every platform.</summary>
    private const int MostNumbers = 15;

    private const int LongestNeighbour = 24;

    /// <summary>A full text is cut after the paragraph that passes so many characters; the rest is where the article comes from.</summary>
    internal const int LongestText = 12_000;

    /// <summary>What readers may call the opening, in whichever language.</summary>
    public static IReadOnlyList<string> LeadNames { get; } = [.. Words.All.Select(words => words["Lead"])];

    /// <summary>One section as its digest, at more length or in full.</summary>
    /// <param name="digest">The digest whose sentences are shown; for the longer view, one made at more length.</param>
    /// <param name="unit">Which of the article's units.</param>
    /// <param name="view">What is shown of it.</param>
    /// <param name="words">The language.</param>
    public static Message ForSection(Digest digest, int unit, SectionView view, Words words)
    {
        var (article, section) = (digest.Article, digest.Sections[unit].Section);
        var number = NumberOf(article, unit);
        List<Block> blocks = [TitleBlock.Of(article, article.Source)];
        if (!section.HasSentences)
            blocks.AddRange([new SectionBlock(number, section.Heading, []), words.Paragraph("Section_NoText")]);
        else if (view == SectionView.Full)
            AddText(blocks, number, section, words);
        else
            blocks.Add(new SectionBlock(number, section.Heading, digest.Sections[unit].Sentences));

        var (shown, all) = (digest.Sections[unit].Sentences.Count, section.Sentences.Count());
        List<string> facts = [number == 0 ? words["Lead"] : words.Format("Section_Place", number, article.Sections.Count)];
        if (view != SectionView.Full && shown != all)
            facts.Add(words.Format("Section_Shown", shown, all));
        if (Words.TryFor(section.Language) is { } language && language != Words.TryFor(article.Language))
            facts.Add(words[$"Section_In_{language.Language}"]);
        blocks.Add(new FooterBlock(DigestMessages.Joined(facts)));
        return new Message(blocks) { Buttons = [.. More(article, number, view, shown, all, words), .. Neighbours(article, unit, words)] };
    }

    /// <summary>What an article holds: its overview, on the first page, and its numbered headings.</summary>
    public static Message ForList(Digest digest, int page, Words words) => ForList(digest.Article, digest.Overview, page, words);

    /// <summary>The first of its numbered headings alone.</summary>
    public static Message ForHeadings(Article article, Words words) => ForList(article, [], 1, words);

    private static Message ForList(Article article, IReadOnlyList<string> overview, int page, Words words)
    {
        var shown = Paging.Page([.. article.Units], page, MostNumbers);
        List<Block> blocks = [TitleBlock.Of(article, article.Source)];
        if (shown.Number == 1 && overview.Count > 0)
            blocks.Add(new TextBlock([new Span(SentenceJoint.Join(overview), IsQuoted: true)]));

        var first = (shown.Number - 1) * MostNumbers;
        for (var item = 0; item < shown.Items.Count; item++)
        {
            var number = NumberOf(article, first + item);
            blocks.Add(new ItemBlock($"{number}.", [new Span(Labels.Unnumbered(number, HeadingOf(shown.Items[item], words)), IsQuoted: true)]));
        }

        blocks.Add(new FooterBlock(ListMessages.Foot(DigestMessages.Facts(article, words), shown, words)));
        var numbers = Enumerable.Range(first, shown.Items.Count).Select(unit => Number(article, unit, words));
        return new Message(blocks) { Buttons = [.. Paging.Rows(numbers), .. Paging.Turn(shown, $"sections {article.Id.Key}", words)] };
    }

    /// <summary>The number by which readers address a unit: 0 for the lead, sections from 1.</summary>
    public static int NumberOf(Article article, int unit) => article.Lead.IsEmpty ? unit + 1 : unit;

    /// <summary>The unit that readers address by a number.</summary>
    public static int UnitOf(Article article, int number) => article.Lead.IsEmpty ? number - 1 : number;

    /// <summary>A heading as a list shows it: the lead has a name there.</summary>
    public static string HeadingOf(Section section, Words words) => section.Heading.Length == 0 ? words["Lead"] : section.Heading;

    /// <summary>Buttons that open the units shown, and one for the whole list where they are many or not all.</summary>
    internal static IEnumerable<IReadOnlyList<Button>> Open(Article article, IReadOnlyList<int> units, Words words)
    {
        var rows = Paging.Rows(units.Take(MostNumbers).Select(unit => Number(article, unit, words)));
        var all = article.Units.Count();
        return all > units.Count || units.Count > MostNumbers
            ? rows.Append([ListButton(article, words)])
            : rows;
    }

    /// <summary>Opens the list of all sections.</summary>
    internal static Button ListButton(Article article, Words words) => new(words["Button_Sections"], $"sections {article.Id.Key}");

    private static Button Number(Article article, int unit, Words words)
    {
        var number = NumberOf(article, unit);
        return new Button(number == 0 ? words["Lead"] : $"{number}", $"section {article.Id.Key} {number}");
    }

    private static void AddText(List<Block> blocks, int number, Section section, Words words)
    {
        blocks.Add(new SectionBlock(number, section.Heading, section.Paragraphs.Count == 0 ? [] : section.Paragraphs[0].Sentences));
        var length = 0;
        var left = section.Paragraphs.Skip(1).SkipWhile(paragraph =>
        {
            if (length > LongestText)
                return false;
            length += paragraph.Text.Length;
            blocks.Add(new TextBlock([new Span(paragraph.Text, IsQuoted: true)]));
            return true;
        });
        if (left.Any())
            blocks.Add(words.Paragraph("Section_TextGoesOn"));
    }

    /// <summary>What more there is of the section: pressing replaces the message, as the view is named in the action.</summary>
    private static IEnumerable<IReadOnlyList<Button>> More(Article article, int number, SectionView view, int shown, int all, Words words)
    {
        var row = new List<Button>(2);
        if (view == SectionView.Digest && shown < all)
            row.Add(new Button(words["Button_Longer"], $"section {article.Id.Key} {number} {SectionView.Longer.Word}"));
        if (view != SectionView.Full && shown < all)
            row.Add(new Button(words["Button_FullText"], $"section {article.Id.Key} {number} {SectionView.Full.Word}"));
        return row.Count == 0 ? [] : [row];
    }

    private static IEnumerable<IReadOnlyList<Button>> Neighbours(Article article, int unit, Words words)
    {
        var units = article.Units.ToArray();
        var row = new List<Button>(3);
        if (unit > 0)
            row.Add(Beside("‹ ", unit - 1, ""));
        row.Add(new Button(words["Button_Sections"], $"sections {article.Id.Key} 1"));
        if (unit < units.Length - 1)
            row.Add(Beside("", unit + 1, " ›"));
        return [row];

        Button Beside(string before, int other, string after)
        {
            var number = NumberOf(article, other);
            var heading = HeadingOf(units[other], words);
            var label = before + Labels.Short(number == 0 ? heading : Labels.Numbered(number, heading), LongestNeighbour) + after;
            return new Button(label, $"section {article.Id.Key} {number} {SectionView.Digest.Word}");
        }
    }
}
