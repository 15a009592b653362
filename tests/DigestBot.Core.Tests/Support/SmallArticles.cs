using DigestBot.Articles;

namespace DigestBot.Support;

/// <summary>Four small articles in two topics; the numbers of the list are 1 Pyongyang, 2 Merapi, 3 Kopi, 4 Kereta.</summary>
internal static class SmallArticles
{
    public static Article Pyongyang { get; } = Article("geopolitik/pyongyang", "Pertemuan Putin dan Kim", new DateOnly(2026, 11, 20),
        "Latar Belakang", "Kerjasama Ekonomi", "Kerjasama Militer", "Sanksi Dewan Keamanan");

    public static Article Merapi { get; } = Article("sains/merapi", "Merapi yang Selalu Terjaga", new DateOnly(2026, 11, 10),
        "Letak", "Sejarah Letusan", "Ekonomi Lereng");

    public static Article Coffee { get; } = Article("sains/kopi", "Kopi Gayo", new DateOnly(2026, 10, 1), "Asal-usul", "Cara Olah");

    public static Article Train { get; } = Article("teknologi/kereta", "Fast Trains", null, "History", "Economy");

    public static IReadOnlyList<Article> All { get; } = [Pyongyang, Merapi, Coffee, Train];

    public static Article Article(string id, string title, DateOnly? date, params string[] headings) => new()
    {
        Id = new ArticleId(id),
        Path = id + ".txt",
        Title = title,
        HasOwnTitle = true,
        Topic = id[..id.IndexOf('/')],
        Language = "id",
        Date = date,
        Source = new Uri("https://example.org/" + id),
        Lead = Section("", title),
        Sections = [.. headings.Select(heading => Section(heading, heading))],
    };

    /// <summary>Two paragraphs of three sentences that name what they are about.</summary>
    private static Section Section(string heading, string about) => new(heading, heading.Length == 0 ? 0 : 1,
        [.. Enumerable.Range(0, 2).Select(paragraph =>
        {
            string[] sentences = [.. Enumerable.Range(1, 3).Select(sentence => $"Kalimat {paragraph * 3 + sentence} tentang {about}.")];
            return new Paragraph(string.Join(' ', sentences), sentences);
        })]);
}
