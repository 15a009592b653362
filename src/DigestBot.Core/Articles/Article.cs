namespace DigestBot.Articles;

/// <summary>One text as a reader knows it: a title, a lead and sections. Immutable; a changed file makes a new one.</summary>
public sealed record Article
{
    private Remembered _hash;

    /// <summary>What the article is called inside the bot.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>The path a person would open, relative to the content folder, with its extension.</summary>
    public required string Path { get; init; }

    /// <summary>From front matter, from a heading-like first line, or made from the lead or the file name.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// Whether the author wrote the title (front matter, a title element or a heading) rather than the bot making one up.
    /// A made-up title is shown, but it says nothing about which sentences matter.
    /// </summary>
    public bool HasOwnTitle { get; init; }

    /// <summary>The folder of the content folder that it lies in; empty at the top.</summary>
    public required string Topic { get; init; }

    /// <summary>ISO 639-1 code, such as <c>id</c> or <c>en</c>; <c>und</c> where it is unknown.</summary>
    public required string Language { get; init; }

    /// <summary>The date that the article itself gives, if any.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where the text comes from; only absolute http and https links are kept.</summary>
    public Uri? Source { get; init; }

    /// <summary>In the order the author gave them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The text before the first heading; has no paragraphs where the article begins with a heading.</summary>
    public required Section Lead { get; init; }

    /// <summary>The headed sections in the order of the text.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The lead, where there is one, and then the sections: everything a digest has a part for.</summary>
    public IEnumerable<Section> Units => Lead.IsEmpty ? Sections : Sections.Prepend(Lead);

    /// <summary>The fingerprint of everything a reader sees: two editions of an article differ in it.</summary>
    public string Hash => _hash.Of(this, static article => Fingerprint.Of(
        [article.Title, article.Language, article.Date?.ToString("O") ?? "", article.Source?.ToString() ?? "", .. article.Units.Select(unit => unit.Hash)]));
}
