namespace DigestBot.Articles.ContentFolder;

/// <summary>Reads a folder of articles, or a single file, as it is now.</summary>
public sealed class ContentReader(ArticlesOptions options)
{
    /// <summary>
    /// Files that were read before and have not changed since need not be read again. One that can't be read any more keeps its
    /// last article beside the problem: a reader's place would go past an article that is missing for a moment. After a restart
    /// there is no last one.
    /// </summary>
    private Dictionary<string, KnownFile> _known = [];

    /// <summary>Every article of a folder; throws <see cref="DirectoryNotFoundException"/> where there is none.</summary>
    public SourceReading ReadFolder(string folder, CancellationToken cancellationToken)
    {
        var (files, refused) = FolderWalk.Of(folder, options);
        var problems = new List<ArticleProblem>(refused);
        var articles = new Dictionary<ArticleId, Article>();
        var known = new Dictionary<string, KnownFile>(files.Count);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = _known.GetValueOrDefault(file.FullPath);
            var reading = before is not null && before.File == file ? before.Reading : Read(file).Or(before?.Reading.Article);
            known[file.FullPath] = new KnownFile(file, reading);
            if (reading.Problem is not null)
                problems.Add(reading.Problem);
            if (reading.Article is not { } article)
                continue;

            // a.md and a.txt would have one id: the second keeps its extension.
            if (!articles.TryAdd(article.Id, article))
                articles[new ArticleId(article.Path)] = article with { Id = new ArticleId(article.Path) };
        }

        _known = known;
        return new SourceReading([.. articles.Values], problems);
    }

    /// <summary>The one article of a file, or the problem with it. The topic is the name of the folder that it lies in.</summary>
    public SourceReading ReadFile(string path)
    {
        var file = new FileInfo(RealPath.Of(path) ?? path);
        var name = file.Directory is { Parent: not null } folder ? $"{folder.Name}/{file.Name}" : file.Name;
        var reading = !file.Exists ? FileReading.Refused(path, "there is no such file or folder")
            : !ArticleFormats.IsRead(file.Name) ? FileReading.Refused(path, "is in a format that is not read: save it as .txt, .md or .html")
            : Read(new ContentFile(file.FullName, name, file.Length, file.LastWriteTimeUtc));
        return new SourceReading(reading.Article is { } article ? [article] : [], reading.Problem is { } problem ? [problem] : []);
    }

    private FileReading Read(ContentFile file)
    {
        try
        {
            return new FileReading(ArticleFileReader.Read(file, options.MaxFileBytes), null);
        }
        catch (UnreadableArticleException failure)
        {
            return FileReading.Refused(file.Path, failure.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A parser's own fault with one file must not hide the others.
            return FileReading.Refused(file.Path, $"could not be read: {failure.GetType().Name}: {failure.Message}");
        }
    }

    private sealed record KnownFile(ContentFile File, FileReading Reading);

    private sealed record FileReading(Article? Article, ArticleProblem? Problem)
    {
        public FileReading Or(Article? last) => this with { Article = Article ?? last };

        public static FileReading Refused(string path, string why) => new(null, new ArticleProblem(path, why));
    }
}
