using System.Diagnostics;
using System.Globalization;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>A process that the harness started: all that it writes goes to a file, and it is ended by its id alone.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isDisposed;

    private Child(Process process, string log)
    {
        (_process, _log) = (process, new StreamWriter(log, append: true) { AutoFlush = true });
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a .NET program.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="log">The file that takes both of its outputs.</param>
    /// <param name="environment">What stands in its environment beside the harness's own.</param>
    public static Child Start(
        string program, IEnumerable<string> arguments, string folder, string log, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return new Child(Process.Start(start)!, log);
    }

    /// <summary>The first line, on either output, that has these words in it; throws where the process ends without one.</summary>
    public async Task<string> SaysAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task more;
            lock (_lines)
            {
                if (_lines.Find(line => line.Contains(words, StringComparison.Ordinal)) is { } found)
                    return found;
                more = _more.Task;
            }

            await more.WaitAsync(patience.Token);
            if (_process.HasExited && !Said(words))
                throw new InvalidOperationException($"the process ended and did not say '{words}'");
        }
    }

    /// <summary>How many lines it has written.</summary>
    public int LineCount
    {
        get
        {
            lock (_lines)
                return _lines.Count;
        }
    }

    /// <summary>Types a line into its terminal.</summary>
    public Task TypeAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>The lines after the first <paramref name="seen"/>, once there are some and no more come for a while.</summary>
    public async Task<IReadOnlyList<string>> SettledAsync(int seen)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var last = seen; LineCount == seen || LineCount > last;)
        {
            last = LineCount;
            await Task.Delay(Pause, patience.Token);
        }

        lock (_lines)
            return _lines[seen..];
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it as a service manager does; returns the exit code, null where it did not end in time and was killed.</summary>
    public async Task<int?> StopAsync()
    {
        await SignalAsync("TERM");
        return await ExitAsync() ? _process.ExitCode : null;
    }

    /// <summary>Waits for its end; false where that did not come in time and it was killed.</summary>
    public async Task<bool> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return false;
        }
    }

    /// <summary>Sends it a signal by name, such as <c>STOP</c> or <c>CONT</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The most memory that it has used so far, and the processor time.</summary>
    public (long PeakBytes, TimeSpan Processor) Use()
    {
        _process.Refresh();
        return (_process.PeakWorkingSet64, _process.TotalProcessorTime);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        await KillAsync();
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private bool Said(string words)
    {
        lock (_lines)
            return _lines.Exists(line => line.Contains(words, StringComparison.Ordinal));
    }

    private void Note(string? line)
    {
        TaskCompletionSource more;
        lock (_lines)
        {
            if (line is not null)
            {
                _log.WriteLine(line);
                _lines.Add(line);
            }

            (more, _more) = (_more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        more.TrySetResult();
    }
}
