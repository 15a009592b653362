using System.ComponentModel.DataAnnotations;

namespace DigestBot.Articles;

/// <summary>Where articles are read from and how much is read: the settings <c>Articles:…</c>.</summary>
public sealed class ArticlesOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Articles";

    /// <summary>The content folder, absolute or below the working directory. Default: <c>content</c>.</summary>
    [Required]
    public string Folder { get; set; } = "content";

    /// <summary>The largest file that is read, in bytes. Default: 2 MiB; at most 64 MiB.</summary>
    [Range(1, 64 * 1024 * 1024)]
    public int MaxFileBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>The most files that are read; the rest is reported. Default: 5,000.</summary>
    [Range(1, 100_000)]
    public int MaxFiles { get; set; } = 5_000;

    /// <summary>How many folders deep articles may lie; 1 is the topics' own folders. Default: 4.</summary>
    [Range(0, 32)]
    public int MaxDepth { get; set; } = 4;

    /// <summary>Seconds between two looks at the folder, for where the system does not signal changes. Default: 10.</summary>
    [Range(1, 3_600)]
    public int PollSeconds { get; set; } = 10;
}
