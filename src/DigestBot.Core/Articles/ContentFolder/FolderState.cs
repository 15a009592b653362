using System.Globalization;

namespace DigestBot.Articles.ContentFolder;

/// <summary>A name for what a folder holds: it changes when a file is added, written, renamed or removed.</summary>
internal static class FolderState
{
    public static string Of(ArticlesOptions options)
    {
        try
        {
            var (files, problems) = FolderWalk.Of(options.Folder, options);
            return Fingerprint.Of(
            [
                .. files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Path}\n{file.Length}\n{file.ChangedAt.Ticks}")),
                .. problems.Select(problem => problem.ToString()),
            ]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
