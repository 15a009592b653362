namespace DigestBot.Articles.ContentFolder;

/// <summary>A file that may hold an article.</summary>
/// <param name="FullPath">Where it is opened.</param>
/// <param name="Path">Its name for readers: below the content folder, with forward slashes.</param>
/// <param name="Length">In bytes, when the folder was walked.</param>
/// <param name="ChangedAt">When it was last written.</param>
internal sealed record ContentFile(string FullPath, string Path, long Length, DateTime ChangedAt)
{
    /// <summary>The path without its extension.</summary>
    public ArticleId Id => new(Path[..^System.IO.Path.GetExtension(Path).Length]);

    /// <summary>The file's own name without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
