using System.Runtime.CompilerServices;

namespace DigestBot.Digests;

/// <summary>Files that lie beside some checkouts of the project and are not part of it.</summary>
internal static class SharedFiles
{
    /// <summary>The path of such a file; skips the test where it is not there.</summary>
    public static string Require(params string[] path)
    {
        var file = Path.Combine([Root(), "..", "shared", .. path]);
        Assert.SkipUnless(File.Exists(file), $"../shared/{string.Join('/', path)} is not beside this checkout.");
        return file;
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "DigestBot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
