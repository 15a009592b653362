namespace DigestBot.Articles.ContentFolder;

/// <summary>Where a path leads once every link in it is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path without links; null where one leads nowhere or in a circle.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        var pending = new Stack<string>(Path.GetFullPath(path).Split(Path.DirectorySeparatorChar).Reverse());
        var real = pending.Pop() + Path.DirectorySeparatorChar;
        while (pending.TryPop(out var name))
        {
            if (name.Length == 0)
                continue;

            var next = Path.Combine(real, name);
            var target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                if (!Path.Exists(next))
                    return null;

                real = next;
                continue;
            }

            if (++links > MostLinks)
                return null;

            var full = Path.GetFullPath(target, real);
            foreach (var part in full.Split(Path.DirectorySeparatorChar).Reverse())
                pending.Push(part);
            real = pending.Pop() + Path.DirectorySeparatorChar;
        }

        return real;
    }

    /// <summary>Whether the real path lies in the real folder, or is it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
