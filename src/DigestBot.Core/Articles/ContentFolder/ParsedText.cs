namespace DigestBot.Articles.ContentFolder;

/// <summary>What a file says of itself, whatever its form; not yet divided into sentences.</summary>
internal sealed record ParsedText
{
    /// <summary>The title that the author wrote; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>ISO 639 code; null where the file does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The date that the file gives.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>An absolute http or https link.</summary>
    public Uri? Source { get; init; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The lead first, where there is one, as a section with an empty heading and level 0.</summary>
    public required IReadOnlyList<ParsedSection> Sections { get; init; }

    /// <summary>The same text with what front matter says over what the text says.</summary>
    public ParsedText Under(FrontMatter? matter) => matter is null
        ? this
        : this with
        {
            Title = matter.Title ?? Title,
            Language = matter.Language ?? Language,
            Date = matter.Date ?? Date,
            Source = matter.Source ?? Source,
            Tags = matter.Tags.Count > 0 ? matter.Tags : Tags,
        };
}

/// <summary>A heading and its paragraphs, white space folded.</summary>
/// <param name="Heading">Empty for the lead.</param>
/// <param name="Level">0 for the lead, 1 to 6 for the others.</param>
/// <param name="Paragraphs">None empty.</param>
internal sealed record ParsedSection(string Heading, int Level, IReadOnlyList<string> Paragraphs);
