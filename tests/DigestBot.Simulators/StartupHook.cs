using DigestBot.Simulators.Hook;

/// <summary>
/// Loaded into the real program by <c>DOTNET_STARTUP_HOOKS</c>, where it may use nothing but the base class library and
/// what the program itself loads. <c>DIGESTBOT_TEST_CLOCK</c> names a file that moves the program's clock;
/// <c>DIGESTBOT_TEST_KILL</c> (<c>event</c> or <c>event:count</c>) kills the program at a point of the send path.
/// </summary>
#pragma warning disable CA1050, IDE0130 // The runtime looks for this name in no namespace.
public static class StartupHook
#pragma warning restore CA1050, IDE0130
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("DIGESTBOT_TEST_CLOCK") is { Length: > 0 } file)
            HostClock.Install(file);
        if (Environment.GetEnvironmentVariable("DIGESTBOT_TEST_KILL") is { Length: > 0 } point)
            KillPoint.Install(point);
    }
}
