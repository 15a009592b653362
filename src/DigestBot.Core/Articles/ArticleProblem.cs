namespace DigestBot.Articles;

/// <summary>Why one article could not be read, in words for the person who put it there.</summary>
/// <param name="Path">The file, relative to the content folder.</param>
/// <param name="Message">What is wrong and what to do; names the byte, line or key where there is one.</param>
public sealed record ArticleProblem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
