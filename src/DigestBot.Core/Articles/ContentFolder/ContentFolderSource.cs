using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DigestBot.Articles.ContentFolder;

/// <summary>The articles in the content folder: <c>content/&lt;topic&gt;/&lt;article&gt;.{txt,md,html}</c>.</summary>
internal sealed class ContentFolderSource(IOptions<ArticlesOptions> options, TimeProvider time) : IArticleSource, IDisposable
{
    private readonly ContentReader _reader = new(options.Value);
    private readonly FolderWatch _watch = new(options.Value, time);

    public Task<SourceReading> ReadAsync(CancellationToken cancellationToken) =>
        Task.Run(() => _reader.ReadFolder(options.Value.Folder, cancellationToken), cancellationToken);

    public IChangeToken Watch() => _watch.Token();

    public void Dispose() => _watch.Dispose();

    public override string ToString() => options.Value.Folder;
}
