namespace DigestBot.Articles;

/// <summary>Files that lie beside the checkout on some machines and are not part of it.</summary>
internal static class SharedFiles
{
    /// <summary>The full path of <c>../shared/…</c> seen from the checkout; skips the test where it is not there.</summary>
    public static string PathOrSkip(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", relative);
            if (File.Exists(path))
                return path;
        }

        Assert.Skip($"../shared/{relative} is not beside this checkout");
        return "";
    }
}
