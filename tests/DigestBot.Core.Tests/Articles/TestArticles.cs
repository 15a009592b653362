namespace DigestBot.Articles;

/// <summary>Articles made by hand for tests.</summary>
internal static class TestArticles
{
    public static Article Article(string id, string title, params string[] headings) => new()
    {
        Id = new ArticleId(id),
        Path = id + ".txt",
        Title = title,
        Topic = id.Contains('/') ? id[..id.IndexOf('/')] : "",
        Language = "id",
        Lead = Section("", "Paragraf pembuka."),
        Sections = [.. headings.Select(heading => Section(heading, "Isi dari " + heading + "."))],
    };

    public static Section Section(string heading, params string[] paragraphs) =>
        new(heading, heading.Length == 0 ? 0 : 1, [.. paragraphs.Select(text => new Paragraph(text, [text]))]);
}
