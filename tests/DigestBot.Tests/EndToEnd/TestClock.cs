using System.Globalization;
using DigestBot.Simulators;

namespace DigestBot.EndToEnd;

/// <summary>Moves the clock of the real program, through the startup hook that the simulators' assembly carries.</summary>
internal sealed class TestClock
{
    private readonly string _file;
    private DateTimeOffset _instant;
    private DateTimeOffset _writtenAt;

    public TestClock(BotFolder folder, string instant)
    {
        _file = Path.Combine(folder.Path, "clock");
        MoveTo(instant);
    }

    /// <summary>What has to stand in the program's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(Ledger).Assembly.Location,
        ["DIGESTBOT_TEST_CLOCK"] = _file,
    };

    /// <summary>What the program's clock shows.</summary>
    public DateTimeOffset Now => _instant + (TimeProvider.System.GetUtcNow() - _writtenAt);

    public void MoveTo(string instant)
    {
        (_instant, _writtenAt) = (DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow());
        File.WriteAllText(_file + ".new", _instant.ToString("O", CultureInfo.InvariantCulture));
        File.Move(_file + ".new", _file, overwrite: true);
    }
}
