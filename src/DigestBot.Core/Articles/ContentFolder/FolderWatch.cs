using Microsoft.Extensions.Primitives;

namespace DigestBot.Articles.ContentFolder;

/// <summary>
/// Signals that files of a folder changed. The system's own notices make it quick; looking at the folder every few seconds
/// makes it sure, where notices get lost (network drives, containers, a folder that was replaced). A change is signalled
/// once the folder has been still for a moment, so that an editor that writes in several steps gives one signal.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Still = TimeSpan.FromMilliseconds(400);

    private readonly ArticlesOptions _options;
    private readonly Lock _lock = new();
    private readonly ITimer _poll;
    private FileSystemWatcher? _notices;
    private CancellationTokenSource _changed = new();
    private string _signalled;
    private string _pending;
    private bool _disposed;

    public FolderWatch(ArticlesOptions options, TimeProvider time)
    {
        _options = options;
        _signalled = _pending = FolderState.Of(options);
        _poll = time.CreateTimer(_ => Look(), null, Every, Every);
        _notices = Listen();
    }

    private TimeSpan Every => TimeSpan.FromSeconds(_options.PollSeconds);

    /// <summary>Signalled at the next change; one change signals every token given out before it.</summary>
    public IChangeToken Token()
    {
        lock (_lock)
            return new CancellationChangeToken(_changed.Token);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _poll.Dispose();
            _notices?.Dispose();
            _changed.Dispose();
        }
    }

    /// <summary>Compares the folder with what it was: signals where it has changed and is still, looks again soon where it goes on changing.</summary>
    private void Look()
    {
        CancellationTokenSource? signalled = null;
        lock (_lock)
        {
            if (_disposed)
                return;

            _notices ??= Listen();
            var now = FolderState.Of(_options);
            if (now == _signalled)
            {
                _pending = now;
                _poll.Change(Every, Every);
            }
            else if (now != _pending)
            {
                _pending = now;
                _poll.Change(Still, Every);
            }
            else
            {
                _signalled = now;
                _poll.Change(Every, Every);
                signalled = _changed;
                _changed = new CancellationTokenSource();
            }
        }

        signalled?.Cancel();
        signalled?.Dispose();
    }

    private FileSystemWatcher? Listen()
    {
        if (!Directory.Exists(_options.Folder))
            return null;

        try
        {
            var notices = new FileSystemWatcher(_options.Folder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            notices.Changed += (_, _) => LookSoon();
            notices.Created += (_, _) => LookSoon();
            notices.Deleted += (_, _) => LookSoon();
            notices.Renamed += (_, _) => LookSoon();
            notices.Error += (_, _) => Forget(notices);
            notices.EnableRaisingEvents = true;
            return notices;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            // The system has no notices to give (its limit of watches is reached): looking every few seconds remains.
            return null;
        }
    }

    private void LookSoon()
    {
        lock (_lock)
        {
            if (!_disposed)
                _poll.Change(Still, Every);
        }
    }

    private void Forget(FileSystemWatcher notices)
    {
        lock (_lock)
        {
            if (_notices == notices)
                _notices = null;
        }

        notices.Dispose();
        LookSoon();
    }
}
