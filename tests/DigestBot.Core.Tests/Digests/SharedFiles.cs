namespace DigestBot.Digests;

/// <summary>Files that lie beside some checkouts of the project and are not part of it.</summary>
internal static class SharedFiles
{
    /// <summary>The path of such a file; skips the test where it is not there.</summary>
    public static string Require(params string[] path)
    {
        var file = SourceTree.Find(["..", "shared", .. path]);
        Assert.SkipUnless(File.Exists(file), $"../shared/{string.Join('/', path)} is not beside this checkout.");
        return file;
    }
}
