namespace DigestBot.Articles.ContentFolder;

/// <summary>Reads one file as an article.</summary>
internal static class ArticleFileReader
{
    /// <summary>The article; throws <see cref="UnreadableArticleException"/> where the file holds none.</summary>
    public static Article Read(ContentFile file, int maxBytes)
    {
        var text = TextDecoding.Decode(ReadBytes(file, maxBytes));
        return ArticleComposer.Compose(file, ArticleFormats.Read(file.Path, text));
    }

    private static byte[] ReadBytes(ContentFile file, int maxBytes)
    {
        // Pipes and devices have no length: opening one could wait for ever.
        if (file.Length == 0)
            throw new UnreadableArticleException("is empty, or is a pipe or a device: not read");
        if (file.Length > maxBytes)
            throw TooLarge(maxBytes);

        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[(int)Math.Min(stream.Length, maxBytes) + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= maxBytes ? bytes[..length] : throw TooLarge(maxBytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableArticleException($"could not be opened: {failure.Message}");
        }
    }

    private static UnreadableArticleException TooLarge(int maxBytes) =>
        new($"is larger than {maxBytes} bytes, the most that is read ({ArticlesOptions.SectionName}:{nameof(ArticlesOptions.MaxFileBytes)})");
}
