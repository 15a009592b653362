using System.Diagnostics;
using System.Text;

namespace DigestBot.EndToEnd;

/// <summary>The real program in a process of its own, in a folder of its own, as a person starts it.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private BotProcess(Process process) => _process = process;

    /// <summary>What it wrote to standard output so far.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors
    {
        get { lock (_errors) return _errors.ToString(); }
    }

    public int Id => _process.Id;

    /// <summary>Starts it in <paramref name="folder"/> with settings over the environment.</summary>
    public static BotProcess Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Program());
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // What Telegram asks to wait between two messages to one chat makes a conversation no truer.
        start.Environment["Delivery__Limits__telegram__ChatInterval"] = "00:00:00.05";
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;

        var bot = new BotProcess(Process.Start(start)!);
        bot.Collect();
        return bot;
    }

    /// <summary>Types a line into its terminal.</summary>
    public Task TypeAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Ends its input.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Waits until a condition on what it wrote holds.</summary>
    public async Task UntilAsync(Func<BotProcess, bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition(this))
        {
            if (patience.IsCancellationRequested || (_process.HasExited && !condition(this)))
                throw new TimeoutException($"never came: {what}\n--- output\n{Output}\n--- errors\n{Errors}");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Waits for its end and returns the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Stops it as a service manager does, and returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await ExitAsync();
    }

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    /// <summary>
    /// The program where it was built, not the copy beside the tests: the tests' own framework takes some of its libraries'
    /// places there.
    /// </summary>
    private static string Program()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(BotFolder.Checkout, "src", "DigestBot", "bin", output.Parent!.Name, output.Name, "DigestBot.dll");
    }

    private void Collect()
    {
        Collect(_output, handler => _process.OutputDataReceived += handler);
        Collect(_errors, handler => _process.ErrorDataReceived += handler);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static void Collect(StringBuilder text, Action<DataReceivedEventHandler> subscribe) => subscribe((_, line) =>
    {
        if (line.Data is null)
            return;
        lock (text)
            text.Append(line.Data).Append('\n');
    });
}
