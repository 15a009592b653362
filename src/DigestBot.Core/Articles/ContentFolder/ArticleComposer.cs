using DigestBot.Articles.Languages;

namespace DigestBot.Articles.ContentFolder;

/// <summary>Makes an article of what was read in a file: sentences, language and, where the author gave none, a title.</summary>
internal static class ArticleComposer
{
    private const int LongestTitle = 250;
    private const int LanguageSample = 5_000;

    /// <summary>The article; throws <see cref="UnreadableArticleException"/> where there is no text.</summary>
    public static Article Compose(ContentFile file, ParsedText text)
    {
        if (text.Sections.All(section => section.Paragraphs.Count == 0))
            throw new UnreadableArticleException("holds no text");

        var sections = text.Sections
            .Select(section => new Section(section.Heading, section.Level, [.. section.Paragraphs.Select(Paragraph.Of)]))
            .ToArray();
        var hasLead = sections[0].Heading.Length == 0;
        var slash = file.Path.IndexOf('/', StringComparison.Ordinal);
        return new Article
        {
            Id = file.Id,
            Path = file.Path,
            Title = Shortened.To(text.Title ?? MadeUpTitle.Of(file.Name, sections.SelectMany(section => section.Sentences).First()), LongestTitle),
            HasOwnTitle = text.Title is not null,
            Topic = slash < 0 ? "" : file.Path[..slash],
            Language = text.Language ?? LanguageGuesser.Guess(Sample(text)),
            Date = text.Date,
            Source = text.Source,
            Tags = text.Tags,
            Lead = hasLead ? sections[0] : Section.NoLead,
            Sections = hasLead ? sections[1..] : sections,
        };
    }

    /// <summary>As much of the text's beginning as tells its language.</summary>
    private static string Sample(ParsedText text)
    {
        var length = 0;
        return string.Join('\n', text.Sections.SelectMany(section => section.Paragraphs.Prepend(section.Heading)).TakeWhile(part =>
        {
            var within = length < LanguageSample;
            length += part.Length;
            return within;
        }));
    }
}
