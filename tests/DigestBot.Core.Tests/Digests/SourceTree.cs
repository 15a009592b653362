using System.Runtime.CompilerServices;

namespace DigestBot.Digests;

/// <summary>Files of the checkout that the tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The path of a file, given from the top of the checkout.</summary>
    public static string Find(params string[] path) => Path.Combine([Root(), .. path]);

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "DigestBot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
