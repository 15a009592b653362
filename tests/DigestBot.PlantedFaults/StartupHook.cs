using DigestBot.PlantedFaults;

/// <summary>
/// Loaded into the real program by <c>DOTNET_STARTUP_HOOKS</c>, behind the simulators' hook: breaks the one promise that
/// <c>DIGESTBOT_TEST_FAULT</c> names, so that the harness can show that it sees that.
/// </summary>
#pragma warning disable CA1050, IDE0130 // The runtime looks for this name in no namespace.
public static class StartupHook
#pragma warning restore CA1050, IDE0130
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Plants.Variable) is { Length: > 0 } name)
            Plants.Plant(name);
    }
}
