using System.Text.Json;

namespace DigestBot.Simulators;

/// <summary>The append-only record of what a simulator did: in memory, and as a line of JSON each in a file where one is named.</summary>
public sealed class Ledger : IDisposable
{
    private const int ShortLength = 40;

    private readonly Lock _gate = new();
    private readonly List<LedgerEntry> _entries = [];
    private readonly StreamWriter? _file;
    private TaskCompletionSource _grown = NewSignal();

    public Ledger(string? file = null)
    {
        if (file is not null)
            _file = new StreamWriter(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    /// <summary>All entries up to now.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public LedgerEntry Add(LedgerEntry entry)
    {
        TaskCompletionSource grown;
        lock (_gate)
        {
            entry = entry with { Sequence = _entries.Count + 1 };
            _entries.Add(entry);
            _file?.WriteLine(JsonSerializer.Serialize(entry, SimulatorJson.Default.LedgerEntry));
            (grown, _grown) = (_grown, NewSignal());
        }

        grown.TrySetResult();
        return entry;
    }

    /// <summary>The beginning of a text, for simulators that run lean.</summary>
    public static string? Short(string? text) => text?.Length > ShortLength ? text[..ShortLength] : text;

    /// <summary>Waits until <paramref name="count"/> entries match and returns them all; throws <see cref="TimeoutException"/> with what there was.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> WaitAsync(Func<LedgerEntry, bool> which, int count = 1, TimeSpan? patience = null)
    {
        using var outOfPatience = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(60));
        while (true)
        {
            Task grown;
            lock (_gate)
                grown = _grown.Task;

            var found = Entries.Where(which).ToArray();
            if (found.Length >= count)
                return found;

            try
            {
                await grown.WaitAsync(outOfPatience.Token);
            }
            catch (OperationCanceledException)
            {
                var last = Entries.TakeLast(10)
                    .Select(entry => $"{entry.Method} {entry.Chat} {entry.Verdict} {entry.Status} {entry.Reason} {entry.Text}");
                throw new TimeoutException($"{found.Length} of {count} entries came; the last of all:\n{string.Join('\n', last)}");
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
