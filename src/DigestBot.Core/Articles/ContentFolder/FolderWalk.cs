using System.Globalization;

namespace DigestBot.Articles.ContentFolder;

/// <summary>
/// Finds the files of a folder that may hold articles, in ordinal order of their paths. What is refused is named among the
/// problems; hidden files and folders are passed over.
/// </summary>
internal sealed class FolderWalk
{
    private readonly ArticlesOptions _options;
    private readonly string _root;
    private readonly string _realRoot;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<ContentFile> _files = [];
    private readonly List<ArticleProblem> _problems = [];

    private FolderWalk(string root, string realRoot, ArticlesOptions options)
    {
        _root = root;
        _realRoot = realRoot;
        _options = options;
    }

    /// <summary>The files there are now; throws <see cref="DirectoryNotFoundException"/> where there is no such folder.</summary>
    public static (IReadOnlyList<ContentFile> Files, IReadOnlyList<ArticleProblem> Problems) Of(string folder, ArticlesOptions options)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root) || RealPath.Of(root) is not { } real)
            throw new DirectoryNotFoundException($"there is no folder {root}: create it or set {ArticlesOptions.SectionName}:{nameof(ArticlesOptions.Folder)}");

        var walk = new FolderWalk(root, real, options);
        walk.Enter(new DirectoryInfo(root), 0);
        walk._files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return (walk.FirstFiles(), walk._problems);
    }

    private void Enter(DirectoryInfo folder, int depth)
    {
        if (!_visited.Add(RealPath.Of(folder.FullName) ?? folder.FullName))
        {
            Refuse(folder, "leads to a folder that is read already");
            return;
        }

        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                if (!entry.Name.StartsWith('.'))
                    Take(entry, depth);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Refuse(folder, $"could not be read: {failure.Message}");
        }
    }

    private void Take(FileSystemInfo entry, int depth)
    {
        if (entry is FileInfo && !ArticleFormats.IsRead(entry.Name))
        {
            if (ArticleFormats.IsOtherDocument(entry.Name))
                Refuse(entry, "is in a format that is not read: save it as .txt, .md or .html");
        }
        else if (entry.Name.Any(char.IsControl))
        {
            Refuse(entry, "has a control character in its name");
        }
        else if (entry.LinkTarget is not null && (RealPath.Of(entry.FullName) is not { } real || !RealPath.IsWithin(real, _realRoot)))
        {
            Refuse(entry, "is a link that leads out of the content folder, or nowhere");
        }
        else if (entry is DirectoryInfo folder)
        {
            if (depth < _options.MaxDepth)
                Enter(folder, depth + 1);
            else
                Refuse(entry, $"lies deeper than {_options.MaxDepth} folders ({ArticlesOptions.SectionName}:{nameof(ArticlesOptions.MaxDepth)})");
        }
        else
        {
            var file = entry.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? (FileInfo)entry;
            _files.Add(new ContentFile(entry.FullName, NameOf(entry), file.Exists ? file.Length : 0, file.LastWriteTimeUtc));
        }
    }

    private List<ContentFile> FirstFiles()
    {
        if (_files.Count <= _options.MaxFiles)
            return _files;

        _problems.Add(new ArticleProblem(_files[_options.MaxFiles].Path, string.Create(
            CultureInfo.InvariantCulture,
            $"is not read, nor are {_files.Count - _options.MaxFiles - 1} after it: there are more than {_options.MaxFiles} files ({ArticlesOptions.SectionName}:{nameof(ArticlesOptions.MaxFiles)})")));
        return _files[.._options.MaxFiles];
    }

    private void Refuse(FileSystemInfo entry, string why) => _problems.Add(new ArticleProblem(NameOf(entry), why));

    private string NameOf(FileSystemInfo entry) =>
        VisibleText.Line(Path.GetRelativePath(_root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'));
}
