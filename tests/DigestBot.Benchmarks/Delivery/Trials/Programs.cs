using DigestBot.PlantedFaults;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>Where the programs lie that the harness runs.</summary>
internal static class Programs
{
    private const string Solution = "DigestBot.sln";

    /// <summary>The simulators, beside the harness; also the startup hook that moves the bot's clock and kills it.</summary>
    public static string Simulators { get; } = Path.Combine(AppContext.BaseDirectory, "DigestBot.Simulators.dll");

    /// <summary>The startup hook that breaks one of the bot's promises.</summary>
    public static string PlantedFaults { get; } = typeof(Plants).Assembly.Location;

    /// <summary>
    /// The bot where it was built in the harness's own configuration, not the copy beside the harness: other libraries take
    /// some of its own libraries' places there.
    /// </summary>
    public static string Bot { get; } = FindBot();

    private static string FindBot()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var checkout = output;
        while (checkout is not null && !File.Exists(Path.Combine(checkout.FullName, Solution)))
            checkout = checkout.Parent;
        return checkout is null
            ? throw new InvalidOperationException($"the harness does not lie below a folder with {Solution}")
            : Path.Combine(checkout.FullName, "src", "DigestBot", "bin", output.Parent!.Name, output.Name, "DigestBot.dll");
    }
}
