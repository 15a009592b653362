using System.Globalization;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>The clock of the bots of one trial: it goes on in real time and can be moved.</summary>
internal sealed class TrialClock(string folder)
{
    /// <summary>Names the assemblies that the runtime loads before a program.</summary>
    public const string Hooks = "DOTNET_STARTUP_HOOKS";

    private readonly string _file = Path.Combine(folder, "clock");
    private TimeSpan _ahead;

    /// <summary>What has to stand in a bot's environment.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        [Hooks] = Programs.Simulators,
        ["DIGESTBOT_TEST_CLOCK"] = _file,
    };

    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + _ahead;

    /// <summary>Lets this much time pass at once.</summary>
    public void Pass(TimeSpan time) => Write("", time);

    /// <summary>Sets the wall clock alone, as a person or a time server does.</summary>
    public void SetWallBy(TimeSpan step) => Write("wall ", step);

    private void Write(string kind, TimeSpan by)
    {
        _ahead += by;
        File.WriteAllText(_file + ".new", kind + Now.ToString("O", CultureInfo.InvariantCulture));
        File.Move(_file + ".new", _file, overwrite: true);
    }
}
