using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Simulators;

/// <summary>The faults that a simulator is told to show: the first that matches strikes. Random ones follow the seed.</summary>
public sealed class FaultScript(int seed = 1)
{
    // Not generated code: that would forget the defaults of what is not written.
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Lock _gate = new();
    private readonly List<Line> _lines = [];
    private readonly Random _random = new(seed);

    public void Add(Fault fault)
    {
        lock (_gate)
            _lines.Add(new Line(fault));
    }

    /// <summary>Reads a script: an array of faults, named as the properties of <see cref="Fault"/> are.</summary>
    public static async Task<IReadOnlyList<Fault>> ReadAsync(Stream json, CancellationToken cancellationToken) =>
        await JsonSerializer.DeserializeAsync<IReadOnlyList<Fault>>(json, Written, cancellationToken) ?? [];

    public void Clear()
    {
        lock (_gate)
            _lines.Clear();
    }

    /// <summary>The fault that strikes this request; null for none.</summary>
    public Fault? Next(string method, string? chat, string? text)
    {
        lock (_gate)
        {
            foreach (var line in _lines)
            {
                if (line.Matches(method, chat, text) && line.Strikes(_random))
                    return line.Fault;
            }

            return null;
        }
    }

    private sealed class Line(Fault fault)
    {
        private int _passed;
        private int _struck;
        private long _firstStruck;

        public Fault Fault => fault;

        public bool Matches(string method, string? chat, string? text) =>
            (fault.Method is null || string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase)) &&
            (fault.Chat is null || fault.Chat == chat) &&
            (fault.Text is null || text?.Contains(fault.Text, StringComparison.Ordinal) == true);

        public bool Strikes(Random random)
        {
            if (fault.Share < 1 && random.NextDouble() >= fault.Share)
                return false;
            if (_passed < fault.After)
            {
                _passed++;
                return false;
            }

            if (_struck >= fault.Times || (_struck > 0 && Stopwatch.GetElapsedTime(_firstStruck).TotalSeconds >= fault.Seconds))
                return false;

            if (_struck++ == 0)
                _firstStruck = Stopwatch.GetTimestamp();
            return true;
        }
    }
}
